package io.lodestone.query.exposure;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an amount sits: all dimensions of a deal, and one part of its project.
 *
 * @param country of the project
 */
public record Cell(DealDimensions deal, String country, String mineral, String segment) {

    /** What ids of its places are made from, in the order of the ledger's columns; null where there is none. */
    Stream<@Nullable Object> parts() {
        return Stream.of(
                deal.agency(),
                deal.instrument(),
                deal.program(),
                mineral,
                segment,
                country,
                deal.obligor(),
                deal.obligorLei(),
                deal.packageId(),
                deal.projectId(),
                deal.status(),
                deal.currency());
    }
}
