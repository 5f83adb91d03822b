package io.lodestone.query.exposure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.contracts.Share;
import io.lodestone.contracts.projects.Weight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Facts that say only what matters; everything else is the same in all of them. */
final class SomeFacts {

    static final UUID DEAL = UUID.fromString("019a5c10-7c00-7d3e-8a51-3f0c2b9d4e01");
    static final UUID PROJECT = UUID.fromString("019a5c0f-1a00-7b11-9c44-6e2d1f8a7b02");

    private SomeFacts() {}

    static DealFact deal(int version, String day, String recordedAt, String status, Measures figures) {
        return new DealFact(
                fact(DEAL, version, "deal", LocalDate.parse(day), Instant.parse(recordedAt)),
                "DFC-1",
                "PUBLIC",
                dimensions(status, "USD"),
                figures);
    }

    static DealFact in(String currency, DealFact deal) {
        return new DealFact(
                deal.fact(),
                deal.reference(),
                deal.releaseClass(),
                dimensions(deal.dimensions().status(), currency),
                deal.figures());
    }

    static ProjectFact project(
            int version, String day, String recordedAt, String country, List<Weight> minerals, List<Weight> segments) {
        return new ProjectFact(
                fact(PROJECT, version, "project", LocalDate.parse(day), Instant.parse(recordedAt)),
                country,
                minerals,
                segments);
    }

    static Fact fact(UUID subject, long version, String what, LocalDate day, Instant recordedAt) {
        var id = UUID.nameUUIDFromBytes((what + version).getBytes(UTF_8));
        return new Fact(subject, version, id, "io.lodestone." + what + "-" + version, day, recordedAt);
    }

    static DealDimensions dimensions(String status, String currency) {
        return new DealDimensions("DFC", "DIRECT_LOAN", null, PROJECT, null, "Serra Verde", null, status, currency);
    }

    static Measures pipeline(String amount) {
        return Measures.of(Map.of(Measure.PIPELINE, new BigDecimal(amount)));
    }

    static Measures drawn(String undrawn, String outstanding) {
        return Measures.of(
                Map.of(Measure.UNDRAWN, new BigDecimal(undrawn), Measure.OUTSTANDING, new BigDecimal(outstanding)));
    }

    /** {@code COPPER=60 GOLD=40} */
    static List<Weight> weights(String codes) {
        return Arrays.stream(codes.split(" "))
                .map(code -> code.split("="))
                .map(code -> new Weight(code[0], Share.of(code[1])))
                .toList();
    }
}
