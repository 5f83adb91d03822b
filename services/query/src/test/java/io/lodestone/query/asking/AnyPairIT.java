package io.lodestone.query.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.testing.Tokens;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A random story, asked about on random days as known at random moments, beside a fold that knows nothing of entries. */
@QuarkusTest
@WithBackbone(service = "query")
class AnyPairIT {

    private static final long SEED = 20_260_711;
    private static final int PAIRS = 200;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final Instant FIRST_MOMENT = Instant.parse("2025-01-01T00:00:00Z");
    private static final List<String> RUNGS = List.of("pipeline", "authorizedUnsigned", "undrawn", "outstanding");
    private static final List<String> CUTS = List.of(
            "agency", "mineral", "segment", "country", "status", "mineral,segment", "agency,status,country,mineral");

    private final Random chance = new Random(SEED);
    private final Story story = new Story();
    private final List<Told> told = new ArrayList<>();
    private int second;

    /** A fact as it was told: cumulative figures in the order of the rungs. */
    private record Told(Object deal, String currency, LocalDate day, Instant at, List<BigDecimal> figures) {}

    @Test
    void theSumOverAnyFullSplitIsTheUndividedFigureOfTheFold() {
        tell();
        story.ask("");
        var analyst = Tokens.of("analyst");

        for (int pair = 0; pair < PAIRS; pair++) {
            var asOf = FIRST_DAY.plusDays(chance.nextInt(400) - 5L);
            var knownAt = FIRST_MOMENT.plusSeconds(chance.nextInt(second + 10) - 3L);
            var cut = CUTS.get(chance.nextInt(CUTS.size()));
            var currency = pick("USD", "JPY");
            var answer = Answer.of(analyst.request()
                    .get("/v1/exposure?project=" + story.project + "&by=" + cut + "&currency=" + currency + "&asOf="
                            + asOf + "&knownAt=" + knownAt));
            for (int rung = 0; rung < RUNGS.size(); rung++) {
                var what = "seed %d: %s %s by %s on %s as known at %s"
                        .formatted(SEED, currency, RUNGS.get(rung), cut, asOf, knownAt);
                var folded = fold(currency, rung, asOf, knownAt);
                assertThat(answer.undivided(RUNGS.get(rung))).as(what).isEqualByComparingTo(folded);
                assertThat(answer.sum(RUNGS.get(rung))).as(what).isEqualByComparingTo(folded);
            }
        }
    }

    /** What the facts known by then and effective by then changed, deal by deal. */
    private BigDecimal fold(String currency, int rung, LocalDate asOf, Instant knownAt) {
        var before = new LinkedHashMap<Object, BigDecimal>();
        var sum = BigDecimal.ZERO;
        for (var fact : told) {
            if (!fact.currency().equals(currency) || fact.at().isAfter(knownAt)) {
                continue;
            }
            var figure = fact.figures().get(rung);
            var change = figure.subtract(before.getOrDefault(fact.deal(), BigDecimal.ZERO));
            before.put(fact.deal(), figure);
            if (!fact.day().isAfter(asOf)) {
                sum = sum.add(change);
            }
        }
        return sum;
    }

    private void tell() {
        var deals = new LinkedHashMap<Story.Deal, String>();
        List.of("DFC", "EXIM", "DOE").forEach(agency -> deals.put(story.deal(agency), "USD"));
        deals.put(story.dealIn("JPY"), "JPY");
        for (int round = 0; round < 8; round++) {
            if (round % 3 == 1) {
                story.project(
                        day().toString(),
                        next().toString(),
                        pick("BR", "PK"),
                        pick("LITHIUM=75 TIN=25", "TIN=33.3 ZINC=66.7"),
                        pick("MINING=100", "MINING=50 REFINING=50"));
            }
            deals.forEach(this::tellOf);
        }
    }

    private void tellOf(Story.Deal deal, String currency) {
        var day = day();
        var at = next();
        switch (chance.nextInt(3)) {
            case 0 -> {
                var pipeline = amount(currency);
                deal.proposed(day.toString(), at.toString(), pipeline.toPlainString());
                keep(deal, currency, day, at, List.of(pipeline, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
            }
            case 1 -> {
                var authorized = amount(currency);
                deal.approved(day.toString(), at.toString(), authorized.toPlainString());
                keep(deal, currency, day, at, List.of(BigDecimal.ZERO, authorized, BigDecimal.ZERO, BigDecimal.ZERO));
            }
            default -> {
                var undrawn = amount(currency);
                var outstanding = amount(currency);
                deal.effective(day.toString(), at.toString(), undrawn.toPlainString(), outstanding.toPlainString());
                keep(deal, currency, day, at, List.of(BigDecimal.ZERO, BigDecimal.ZERO, undrawn, outstanding));
            }
        }
    }

    private void keep(Object deal, String currency, LocalDate day, Instant at, List<BigDecimal> figures) {
        told.add(new Told(deal, currency, day, at, figures));
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(chance.nextInt(390));
    }

    private Instant next() {
        return FIRST_MOMENT.plusSeconds(++second);
    }

    private BigDecimal amount(String currency) {
        return BigDecimal.valueOf(chance.nextLong(1_000_000), currency.equals("JPY") ? 0 : 2);
    }

    private String pick(String one, String other) {
        return chance.nextBoolean() ? one : other;
    }

    /** Read once: a path of the answer would be a parse each. */
    private record Answer(List<Map<String, String>> cells, Map<String, String> total) {

        static Answer of(Response response) {
            assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
            Map<String, Object> all = response.path("$");
            @SuppressWarnings("unchecked")
            var cells = (List<Map<String, String>>) all.get("cells");
            @SuppressWarnings("unchecked")
            var total = (Map<String, String>) all.get("total");
            return new Answer(cells, total);
        }

        BigDecimal undivided(String rung) {
            return new BigDecimal(total.get(rung));
        }

        BigDecimal sum(String rung) {
            return cells.stream().map(cell -> new BigDecimal(cell.get(rung))).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
