package io.lodestone.stockpiles.stockpile;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Mineral;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stockpiles for tests: cobalt metal that DLA keeps. */
public final class SomeStock {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private SomeStock() {}

    public static Charter charter(ReleaseClass releaseClass) {
        return new Charter("Reserve", Programme.NATIONAL_DEFENSE, Agency.DLA, "Emergencies", releaseClass, null);
    }

    /** With its first fact. */
    public static Stockpile opened() {
        var stockpile = Stockpile.of(UUID.randomUUID(), charter(ReleaseClass.PUBLIC), NOON);
        stockpile.open(NOON);
        return stockpile;
    }

    public static Substance cobalt() {
        return new Substance(Mineral.COBALT, "METAL", "99.8", Basis.GROSS);
    }

    static Level level(Stockpile stockpile) {
        return Level.empty(UUID.randomUUID(), stockpile.id(), cobalt());
    }

    public static Receipt receipt(String tonnes) {
        return new Receipt(
                Mineral.COBALT,
                "METAL",
                "99.8",
                Share.of("99.8"),
                Tonnes.of(tonnes),
                "ZM",
                "Konkola Mines",
                null,
                Money.of("30000.00", "USD"),
                "Warehouse 7",
                null,
                null);
    }

    public static Requirement requirement(String tonnes, @Nullable String perYear) {
        return new Requirement(
                Mineral.COBALT,
                "METAL",
                "99.8",
                Tonnes.of(tonnes),
                perYear == null ? null : Tonnes.of(perYear),
                null,
                null);
    }
}
