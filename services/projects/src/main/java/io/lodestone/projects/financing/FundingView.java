package io.lodestone.projects.financing;

import io.lodestone.contracts.Money;
import io.lodestone.projects.project.Stage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sources and uses of one project, as far as the caller may see its deals.
 *
 * @param capex      the capital it needs, null when not known
 * @param currencies one entry per currency that has support, and one in capex's currency
 * @param position   topic to partition to next offset: how far deals' facts were heard for this answer
 */
record FundingView(
        UUID projectId,
        String reference,
        Stage stage,
        @Nullable Money capex,
        List<InCurrency> currencies,
        Map<String, Map<Integer, Long>> position) {

    /**
     * Amounts of one currency. Pipeline, authorized and signed are never one figure.
     *
     * @param gap                 capex less signed, zero when covered, null when capex is not known in this currency
     * @param overSubscribed      all offers together exceed capex
     * @param privatePerPublic    signed private capital per unit of signed public money, four decimals, null without any
     */
    record InCurrency(
            String currency,
            Money pipeline,
            Money authorized,
            Money signed,
            @Nullable Money gap,
            boolean overSubscribed,
            @Nullable BigDecimal privatePerPublic,
            List<ByAgency> byAgency) {}

    /** @param kind US_AGENCY, PARTNER, MULTILATERAL, PRIVATE, or UNKNOWN for an agency not in this build's catalogue */
    record ByAgency(String agency, String kind, Money pipeline, Money authorized, Money signed) {}
}
