package io.lodestone.deals.offtake;

import io.lodestone.contracts.Party;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.Tonnes;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.deals.Buyer;
import io.lodestone.contracts.deals.OfftakeEvent;
import io.lodestone.contracts.deals.Pricing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agreements for tests: say what matters, the rest is ordinary. */
final class SomeOfftakes {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final LocalDate START = LocalDate.parse("2024-07-01");

    private SomeOfftakes() {}

    /** 100 t a year for three years from 2024-07-01, 80 % take or pay. */
    static Agreement agreement() {
        return agreement(null, Tonnes.of("100"), null, 3);
    }

    static Agreement agreement(
            @Nullable UUID stockpile,
            @Nullable Tonnes perYear,
            @Nullable List<Tonnes> byYear,
            @Nullable Integer years) {
        return new Agreement(
                "O-1",
                Agency.DLA,
                new UUID(0, 1),
                new Party("Miner", "US", null),
                new Buyer("Buyer", "US", null, stockpile == null ? Buyer.Kind.TRADER : Buyer.Kind.STOCKPILE),
                stockpile,
                Mineral.ANTIMONY,
                "ingots",
                "99.65 %",
                perYear,
                byYear,
                START,
                years,
                Share.of("80"),
                new Pricing.Index("Rotterdam", null, null),
                Agreement.EndUse.DEFENSE,
                List.of(new Source("https://agency.example/1", START, Source.Confidence.REPORTED)),
                ReleaseClass.PUBLIC);
    }

    static Offtake proposed(Agreement agreement) {
        var offtake = Offtake.of(new UUID(0, 7), agreement);
        offtake.propose(LocalDate.parse("2024-01-01"), NOON);
        return offtake;
    }

    static Offtake inForce(Agreement agreement) {
        return at(proposed(agreement), OfftakeStatus.IN_FORCE);
    }

    static Offtake at(OfftakeStatus status) {
        return at(proposed(agreement()), status);
    }

    /** The agreement taken along the shortest way to {@code status}. */
    static Offtake at(Offtake offtake, OfftakeStatus status) {
        wayTo(status).forEach(act -> offtake.perform(act, NOON));
        return offtake;
    }

    static OfftakeEvent deliver(Offtake offtake, String day, String tonnes) {
        return offtake.perform(
                new OfftakeAct.Deliver(
                        Tonnes.of(tonnes), LocalDate.parse(day), tonnes.startsWith("-") ? "a slip" : null, null),
                NOON);
    }

    private static List<OfftakeAct> wayTo(OfftakeStatus status) {
        return switch (status) {
            case NEGOTIATING -> List.of();
            case SIGNED -> List.of(new OfftakeAct.Sign(null));
            case IN_FORCE -> then(OfftakeStatus.SIGNED, new OfftakeAct.BringInForce(null));
            case IN_DISPUTE ->
                then(OfftakeStatus.IN_FORCE, new OfftakeAct.Dispute("late", LocalDate.parse("2026-06-01"), null));
            case FULFILLED -> then(OfftakeStatus.IN_FORCE, new OfftakeAct.Fulfil(null));
            case TERMINATED -> then(OfftakeStatus.SIGNED, new OfftakeAct.Terminate("over", null));
            case ABANDONED -> List.of(new OfftakeAct.Abandon("no", null));
        };
    }

    private static List<OfftakeAct> then(OfftakeStatus before, OfftakeAct act) {
        var way = new ArrayList<>(wayTo(before));
        way.add(act);
        return way;
    }
}
