package io.lodestone.deals.limit;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.ReleaseClass;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.deals.Figures;
import io.lodestone.contracts.projects.Split;
import io.lodestone.contracts.projects.Weight;
import io.lodestone.deals.deal.DealStatus;
import io.lodestone.deals.deal.Offer;
import io.lodestone.deals.limit.LimitTerms.Effect;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Limits and deals for tests: say what matters, the rest is ordinary. */
final class SomeLimits {

    static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    static final List<Rung> LADDER = List.of(Rung.AUTHORIZED_UNSIGNED, Rung.UNDRAWN, Rung.OUTSTANDING, Rung.CONTINGENT);

    private SomeLimits() {}

    /** 1,000 USD, blocking, with warnings at 80 and 90 percent. */
    static Gauge gauge(Scope scope, @Nullable Dimension per) {
        var terms = terms(scope, per);
        return new Gauge(new UUID(0, 1), "DFC", terms, terms.threshold());
    }

    static LimitTerms terms(Scope scope, @Nullable Dimension per) {
        return terms("a-limit", scope, per, LADDER, List.of(Share.of("80"), Share.of("90")));
    }

    static LimitTerms terms(String key, Scope scope, @Nullable Dimension per, List<Rung> rungs, List<Share> warnAt) {
        return new LimitTerms(
                key,
                "A limit",
                scope,
                per,
                rungs,
                Money.of("1000", "USD"),
                null,
                null,
                warnAt,
                Effect.BLOCK,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"),
                null,
                List.of());
    }

    static Scope agencies(Agency... agencies) {
        return new Scope(Arrays.asList(agencies), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static Scope minerals(Mineral... minerals) {
        return new Scope(List.of(), List.of(), List.of(), List.of(), Arrays.asList(minerals), List.of(), List.of());
    }

    static Scope countries(String... countries) {
        return new Scope(List.of(), List.of(), List.of(), List.of(countries), List.of(), List.of(), List.of());
    }

    static Scope obligors(String... obligors) {
        return new Scope(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(obligors));
    }

    /** DFC's loan to Miner, signed; {@code undrawn} and {@code outstanding} are its only figures. */
    static Standing loan(String undrawn, String outstanding) {
        return standing(DealStatus.EFFECTIVE, "0.00", undrawn, outstanding, new Party("Miner", "BR", null, null));
    }

    static Standing standing(
            DealStatus status, String authorizedUnsigned, String undrawn, String outstanding, Party obligor) {
        var zero = new BigDecimal("0.00");
        var figures = new Figures(
                zero,
                new BigDecimal(authorizedUnsigned),
                zero,
                zero,
                zero,
                new BigDecimal(undrawn),
                zero,
                zero,
                zero,
                zero,
                new BigDecimal(outstanding),
                zero,
                zero,
                "USD");
        return new Standing(new UUID(0, 7), offer(obligor), status, figures);
    }

    private static Offer offer(Party obligor) {
        return new Offer(
                "D-1",
                Agency.DFC,
                null,
                Instrument.DIRECT_LOAN,
                "A mine",
                new UUID(0, 2),
                null,
                obligor,
                Money.of("100", "USD"),
                null,
                List.of(),
                null,
                null,
                List.of(),
                ReleaseClass.PUBLIC,
                DealStatus.APPLIED);
    }

    /** {@code "COPPER=60 GOLD=40"}. */
    static Place place(String country, String minerals) {
        return new Place(country, Split.of(weights(minerals), weights("MINING=100")));
    }

    private static List<Weight> weights(String codes) {
        return Arrays.stream(codes.split(" "))
                .map(code -> code.split("="))
                .map(code -> new Weight(code[0], Share.of(code[1])))
                .toList();
    }
}
