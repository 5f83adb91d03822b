package io.lodestone.deals.offtake;

import io.lodestone.contracts.Tonnes;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the buying stockpile took in.
 *
 * @param lotId      the lot it made of it
 * @param receivedOn the day it says
 */
public record Receipt(UUID lotId, Tonnes tonnes, LocalDate receivedOn) {}
