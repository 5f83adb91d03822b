package io.lodestone.contracts.deals;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.contracts.Party;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The dimensions of a deal that readers of its facts need, as they stand after the fact. Codes are strings on the wire:
 * a reader keeps a code it does not know.
 *
 * @param reference    the agency's own, unique per agency
 * @param title        what people call the deal
 * @param agency       catalogue code, for example DFC
 * @param program      the agency's programme name
 * @param instrument   catalogue code, for example DIRECT_LOAN
 * @param projectId    the project it finances
 * @param packageId    the package it belongs to, if any
 * @param obligor      who owes
 * @param releaseClass PUBLIC, PARTNER or RESTRICTED
 * @param status       lifecycle status after the fact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DealProfile(
        String reference,
        String title,
        String agency,
        @Nullable String program,
        String instrument,
        UUID projectId,
        @Nullable UUID packageId,
        Party obligor,
        String releaseClass,
        String status) {}
