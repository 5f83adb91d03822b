package io.lodestone.projects.project;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Projects for tests: a copper and cobalt mine in Zambia that needs 1,000,000.00 USD. */
public final class SomeSheets {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private SomeSheets() {}

    public static ProjectSheet mine() {
        return mine("PRJ-1", Stage.FEASIBILITY, null);
    }

    public static ProjectSheet mine(String reference, Stage stage, @Nullable LocalDate effectiveOn) {
        return new ProjectSheet(
                reference,
                "Konkola North",
                "ZM",
                null,
                null,
                List.of(),
                List.of(weight(Mineral.COPPER, "62.5"), weight(Mineral.COBALT, "37.5")),
                List.of(new SegmentWeight(Segment.MINING, Share.WHOLE)),
                List.of(),
                Money.of("1000000.00", "USD"),
                stage,
                null,
                List.of(),
                effectiveOn);
    }

    public static MineralWeight weight(Mineral mineral, String percent) {
        return new MineralWeight(mineral, Share.of(percent));
    }

    /** Nothing changes. */
    public static Revision revision(@Nullable String name, @Nullable Money capex) {
        return new Revision(name, null, null, null, null, null, null, null, capex, null, null, null);
    }
}
