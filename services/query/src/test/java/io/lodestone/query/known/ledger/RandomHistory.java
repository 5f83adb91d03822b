package io.lodestone.query.known.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.lodestone.contracts.Share;
import io.lodestone.contracts.projects.Weight;
import io.lodestone.query.exposure.DealDimensions;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.Fact;
import io.lodestone.query.exposure.Measures;
import io.lodestone.query.exposure.ProjectFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Facts of some hundred deals over twenty projects, mixed; one in ten is about an earlier day, and clocks do not agree. The
 * weights of each project change some times. Some deals move on to another project, or are seen by others from some fact on.
 */
final class RandomHistory {

    /** Of all these deals and of no others. */
    static final String INSTRUMENT = "OF_A_RANDOM_HISTORY";

    static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final Instant FIRST_MOMENT = Instant.parse("2024-01-01T00:00:00Z");

    /** In seconds. */
    private static final int CLOCKS_DIFFER = 1_500;

    private static final int PROJECT_EVERY = 100;

    private final Random random;
    private final List<UUID> dealIds = new ArrayList<>();
    private final List<UUID> projectIds = new ArrayList<>();
    private final List<DealFact> deals = new ArrayList<>();
    private final List<ProjectFact> projects = new ArrayList<>();

    RandomHistory(Random random, int facts) {
        this.random = random;
        for (int i = 0; i < 20; i++) {
            projectIds.add(id());
        }
        for (int i = 0; i < facts / 20; i++) {
            dealIds.add(id());
        }
        var versions = new int[dealIds.size()];
        for (int i = 0; i < facts; i++) {
            int deal = random.nextInt(versions.length);
            deals.add(deal(deal, ++versions[deal], i));
            if (i % PROJECT_EVERY == 0) {
                projects.add(project(projects.size(), i));
            }
        }
    }

    /** How many days after the first one a fact is told. */
    static int dayOf(int turn) {
        return turn / 20;
    }

    List<DealFact> deals() {
        return deals;
    }

    List<ProjectFact> projects() {
        return projects;
    }

    /** The project facts that came with these facts of deals. */
    List<ProjectFact> projectsWith(int from, int to) {
        return projects.subList(from / PROJECT_EVERY, to / PROJECT_EVERY);
    }

    /** Before and after the moments at which all of it was recorded. */
    Instant someMoment(Random any) {
        return FIRST_MOMENT.plusSeconds(any.nextInt(deals.size() + CLOCKS_DIFFER) - CLOCKS_DIFFER / 2L);
    }

    Set<UUID> dealIds() {
        return deals.stream().map(deal -> deal.fact().subject()).collect(toSet());
    }

    Map<UUID, List<DealFact>> byDeal() {
        return deals.stream().collect(groupingBy(deal -> deal.fact().subject()));
    }

    private DealFact deal(int deal, int version, int turn) {
        boolean backdated = random.nextInt(10) == 0;
        return new DealFact(
                new Fact(
                        dealIds.get(deal),
                        version,
                        id(),
                        "io.lodestone.deals.funds-disbursed.v1",
                        FIRST_DAY.plusDays(dayOf(backdated ? random.nextInt(turn + 1) : turn)),
                        recordedAt(turn)),
                "REF-" + deal,
                (deal + version / 12) % 7 == 0 ? "RESTRICTED" : "PUBLIC",
                new DealDimensions(
                        deal % 2 == 0 ? "DFC" : "EXIM",
                        INSTRUMENT,
                        deal % 3 == 0 ? "A\tprogram \\ of \"many\"\nlines" : null,
                        projectIds.get((deal + version / 16) % projectIds.size()),
                        deal % 4 == 0 ? new UUID(7, deal % 8) : null,
                        "Obligor " + deal % 30,
                        null,
                        version < 3 ? "SIGNED" : "EFFECTIVE",
                        deal % 5 == 0 ? "JPY" : "USD"),
                Measures.each(measure -> random.nextInt(3) == 0
                        ? BigDecimal.ZERO
                        : BigDecimal.valueOf(random.nextInt(1_000_000), deal % 5 == 0 ? 0 : 2)));
    }

    /** One in twenty is told by a clock that is far behind, so that even facts of one deal are recorded out of order. */
    private Instant recordedAt(int turn) {
        return FIRST_MOMENT.plusSeconds(turn - random.nextInt(random.nextInt(20) == 0 ? CLOCKS_DIFFER : 30));
    }

    private ProjectFact project(int number, int turn) {
        int share = 1 + random.nextInt(98);
        boolean backdated = random.nextInt(5) == 0;
        return new ProjectFact(
                new Fact(
                        projectIds.get(number % projectIds.size()),
                        1 + number / projectIds.size(),
                        id(),
                        "io.lodestone.projects.project-revised.v1",
                        FIRST_DAY.plusDays(dayOf(backdated ? random.nextInt(turn + 1) : turn)),
                        recordedAt(turn)),
                number % 2 == 0 ? "BR" : "PK",
                List.of(
                        new Weight("COPPER", Share.of(Integer.toString(share))),
                        new Weight("GOLD", Share.of(Integer.toString(100 - share)))),
                List.of(new Weight("MINING", Share.of("33.3")), new Weight("REFINING", Share.of("66.7"))));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
