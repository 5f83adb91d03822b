package io.lodestone.query.supposing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.query.exposure.Attribution;
import io.lodestone.query.exposure.DealDimensions;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.Fact;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import io.lodestone.query.exposure.ProjectFact;
import io.lodestone.query.known.KnownProjects.Place;
import io.lodestone.query.supposing.WhatIf.Supposed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A supposed deal as a fact of its own, folded by what folds real ones. */
final class Hypothesis {

    private static final String TYPE = "what-if";

    private Hypothesis() {}

    /** @param number tells it from the others of the same request */
    static List<Entry> entries(Supposed deal, int number, Place place, LocalDate day, Instant now) {
        var id = id("deal", number);
        var project = Objects.requireNonNullElseGet(deal.projectId(), () -> id("project", number));
        var projectFact = new ProjectFact(
                new Fact(project, 1, project, TYPE, day, now), place.country(), place.minerals(), place.segments());
        var dealFact = new DealFact(
                new Fact(id, 1, id, TYPE, day, now),
                TYPE + "-" + number,
                "PUBLIC",
                new DealDimensions(
                        deal.agency().name(),
                        deal.instrument().name(),
                        deal.program(),
                        project,
                        null,
                        deal.obligor().name(),
                        deal.obligor().lei(),
                        status(deal.rung()),
                        deal.amount().currency()),
                Measures.of(Map.of(deal.rung(), deal.amount().amount())));
        return Attribution.entries(List.of(dealFact), List.of(projectFact));
    }

    private static UUID id(String what, int number) {
        return UUID.nameUUIDFromBytes((TYPE + "|" + what + "|" + number).getBytes(UTF_8));
    }

    /** In which a deal has something on that rung. */
    private static String status(Measure rung) {
        return switch (rung) {
            case PIPELINE -> "APPLIED";
            case AUTHORIZED_UNSIGNED -> "APPROVED";
            case UNDRAWN -> "SIGNED";
            case OUTSTANDING, CONTINGENT, PAID -> "EFFECTIVE";
            case WRITTEN_OFF -> "WRITTEN_OFF";
        };
    }
}
