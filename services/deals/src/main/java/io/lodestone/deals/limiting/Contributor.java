package io.lodestone.deals.limiting;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A deal that uses a limit.
 *
 * @param amount   what it uses, in its own currency
 * @param counted  false when that is not the limit's, and the amount is in no sum
 * @param buckets  those it is in; empty for a limit that has one only
 */
record Contributor(
        UUID dealId,
        String reference,
        String agency,
        String obligor,
        String status,
        BigDecimal amount,
        String currency,
        boolean counted,
        List<String> buckets) {}
