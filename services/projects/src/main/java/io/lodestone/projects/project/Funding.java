package io.lodestone.projects.project;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.projects.ProjectEvent.FundingPosition;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sources and uses: what deals promise, beside what the project needs. Currencies are never converted into each other. */
public final class Funding {

    private Funding() {}

    /**
     * One position for each currency that has support, ordered by currency code. Gap and over-subscription are known
     * in the currency of {@code capex} only.
     */
    public static List<FundingPosition> positions(Collection<Support> supports, @Nullable Money capex) {
        return supports.stream()
                .collect(Collectors.groupingBy(Support::currency, TreeMap::new, Collectors.reducing(Support::plus)))
                .values()
                .stream()
                .map(sum -> position(sum.orElseThrow(), capex))
                .toList();
    }

    private static FundingPosition position(Support sum, @Nullable Money capex) {
        if (capex == null || !capex.currency().equals(sum.currency())) {
            return new FundingPosition(sum.pipeline(), sum.authorized(), sum.signed(), null, false);
        }
        var offered = sum.pipeline().plus(sum.authorized()).plus(sum.signed());
        return new FundingPosition(
                sum.pipeline(), sum.authorized(), sum.signed(), gap(capex, sum.signed()), offered.exceeds(capex));
    }

    /** What is still missing; zero when more is signed than needed. */
    public static Money gap(Money capex, Money signed) {
        return signed.exceeds(capex) ? Money.zero(capex.currency()) : capex.minus(signed);
    }
}
