package io.lodestone.deals.deal;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Another deal of the same obligor, or of its group, is in default. It changes neither status nor figures.
 *
 * @param dealId the deal in default
 * @param since  the day it was declared in default, or this deal's first day where that is later
 * @param reason which deal that is
 */
public record CrossDefault(UUID dealId, LocalDate since, String reason) {}
