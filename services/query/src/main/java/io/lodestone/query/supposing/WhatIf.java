package io.lodestone.query.supposing;

import io.lodestone.contracts.Country;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import io.lodestone.contracts.projects.Weight;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.known.KnownProjects.Place;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deals that somebody supposes. */
record WhatIf(@NotEmpty @Size(max = 50) List<@Valid @NotNull Supposed> deals) {

    /**
     * A supposed deal, for a project that is known, or for a country and minerals.
     *
     * @param minerals weights in percent that add up to 100; none where it is not known
     * @param segments as {@code minerals}
     * @param amount   more than zero
     * @param measure  the rung it would stand at; authorizedUnsigned where none is given
     */
    record Supposed(
            @NotNull Agency agency,
            @NotNull Instrument instrument,
            @Size(min = 1, max = 300) @Nullable String program,
            @Nullable UUID projectId,
            @Nullable String country,
            @Size(max = 50) @Nullable List<@NotNull OfMineral> minerals,
            @Size(max = 50) @Nullable List<@NotNull OfSegment> segments,
            @NotNull Party obligor,
            @NotNull Money amount,
            @Nullable String measure) {

        /** @throws InvalidValue naming the part that is wrong */
        Supposed {
            if ((projectId == null) == (country == null)) {
                throw new InvalidValue("projectId", "must be given, or country with minerals, but not both");
            }
            if (projectId != null && (minerals != null || segments != null)) {
                throw new InvalidValue("minerals", "are those of the project; leave them out beside projectId");
            }
            if (country != null) {
                Country.check("country", country);
            }
            if (amount != null && amount.amount().signum() <= 0) {
                throw new InvalidValue("amount", "must be more than zero");
            }
            if (measure != null && Measure.named(measure).isEmpty()) {
                throw new InvalidValue("measure", "must be one of " + String.join(", ", Measure.fields()));
            }
            mustBeWhole(
                    "minerals",
                    minerals == null
                            ? List.of()
                            : minerals.stream().map(OfMineral::weight).toList());
            mustBeWhole(
                    "segments",
                    segments == null
                            ? List.of()
                            : segments.stream().map(OfSegment::weight).toList());
        }

        private static void mustBeWhole(String field, List<Share> weights) {
            var sum = weights.stream().map(Share::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (!weights.isEmpty() && sum.compareTo(Share.WHOLE.percent()) != 0) {
                throw new InvalidValue(field, "weights add up to " + sum.toPlainString() + ", not to 100");
            }
        }

        Measure rung() {
            return Measure.named(measure == null ? Measure.AUTHORIZED_UNSIGNED.field() : measure)
                    .orElseThrow();
        }

        /** The place it names itself. */
        Place named() {
            return new Place(
                    country == null ? "" : country,
                    minerals == null
                            ? List.of()
                            : minerals.stream()
                                    .map(part -> new Weight(part.mineral().name(), part.weight()))
                                    .toList(),
                    segments == null
                            ? List.of()
                            : segments.stream()
                                    .map(part -> new Weight(part.segment().name(), part.weight()))
                                    .toList());
        }
    }

    /** @param weight in percent */
    record OfMineral(Mineral mineral, Share weight) {

        OfMineral {
            if (mineral == null || weight == null) {
                throw new InvalidValue("weight", "each needs mineral and weight");
            }
        }
    }

    /** @param weight in percent */
    record OfSegment(Segment segment, Share weight) {

        OfSegment {
            if (segment == null || weight == null) {
                throw new InvalidValue("weight", "each needs segment and weight");
            }
        }
    }
}
