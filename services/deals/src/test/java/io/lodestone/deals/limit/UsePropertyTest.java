package io.lodestone.deals.limit;

import static io.lodestone.deals.limit.SomeLimits.gauge;
import static io.lodestone.deals.limit.SomeLimits.minerals;
import static io.lodestone.deals.limit.SomeLimits.place;
import static io.lodestone.deals.limit.SomeLimits.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.Party;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.deals.deal.DealStatus;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is used moves by differences, and is always what counting all deals anew would find. */
class UsePropertyTest {

    private static final int DEALS = 6;
    private static final int STEPS = 40;

    private static final List<Gauge> GAUGES = List.of(
            gauge(Scope.ALL, null),
            gauge(Scope.ALL, Dimension.OBLIGOR),
            gauge(Scope.ALL, Dimension.MINERAL),
            gauge(minerals(Mineral.COPPER), Dimension.COUNTRY));

    private static final List<Place> PLACES =
            List.of(place("BR", "COPPER=100"), place("CL", "COPPER=33.3 GOLD=66.7"), place("PK", "GOLD=50 ZINC=50"));

    @Property(tries = 200)
    void usedIsAFoldOfAllDeals(@ForAll long seed, @ForAll @IntRange(max = 3) int which) {
        var random = new Random(seed);
        var gauge = GAUGES.get(which);
        var deals = new Standing[DEALS];
        var places = new Place[DEALS];
        var used = new TreeMap<String, BigDecimal>();
        for (int step = 0; step < STEPS; step++) {
            int moved = random.nextInt(DEALS);
            var before = measure(gauge, deals[moved], places[moved]);
            if (deals[moved] == null || random.nextInt(5) > 0) {
                deals[moved] = any(random, moved);
            }
            if (places[moved] == null || random.nextInt(5) == 0) {
                places[moved] = PLACES.get(random.nextInt(PLACES.size()));
            }
            Uses.between(gauge.id(), before, measure(gauge, deals[moved], places[moved]))
                    .forEach((key, change) -> used.merge(key.name(), change.difference(), BigDecimal::add));

            var anew = new HashMap<String, BigDecimal>();
            for (int deal = 0; deal < DEALS; deal++) {
                measure(gauge, deals[deal], places[deal])
                        .forEach((bucket, amount) -> anew.merge(bucket, amount, BigDecimal::add));
            }
            used.values().removeIf(amount -> amount.signum() == 0);
            assertThat(used).isEqualTo(anew);
        }
    }

    private static Map<String, BigDecimal> measure(Gauge gauge, Standing deal, Place place) {
        return gauge.measure(deal, () -> place);
    }

    private static Standing any(Random random, int deal) {
        return standing(
                DealStatus.EFFECTIVE,
                "0.00",
                cents(random),
                cents(random),
                new Party("Miner " + deal % 3, "BR", null, null));
    }

    private static String cents(Random random) {
        return BigDecimal.valueOf(random.nextInt(4) == 0 ? 0 : random.nextInt(100_000), 2)
                .toPlainString();
    }
}
