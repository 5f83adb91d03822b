package io.lodestone.query.explaining;

import static java.math.BigDecimal.ZERO;

import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import io.lodestone.query.view.DealBalance;
import io.lodestone.query.view.Question;
import java.math.BigDecimal;
import java.util.Map;
import java.util.PriorityQueue;

/** What each deal gives to one rung of a question in its currency, of deals that are in several; keeps the largest. */
final class Converted {

    private final Question question;
    private final Measure measure;
    private final int most;
    private final PriorityQueue<Part> largest = new PriorityQueue<>(Part.SMALLEST_FIRST);
    private BigDecimal sum = ZERO;
    private long parts;

    Converted(Question question, Measure measure, int most) {
        this.question = question;
        this.measure = measure;
        this.most = most;
    }

    void take(DealBalance deal, Map<Map<Dimension, String>, Measures> amounts) {
        var part = new Part(
                deal.deal(),
                deal.reference(),
                deal.currency(),
                sum(amounts, true),
                sum(amounts, false),
                sum(deal.amounts(), true));
        if (part.amount().signum() == 0 && part.original().signum() == 0) {
            return;
        }
        parts++;
        sum = sum.add(part.amount());
        largest.add(part);
        if (largest.size() > most) {
            largest.remove();
        }
    }

    private BigDecimal sum(Map<Map<Dimension, String>, Measures> amounts, boolean asked) {
        return amounts.entrySet().stream()
                .filter(entry -> !asked || question.wants(entry.getKey()))
                .map(entry -> entry.getValue().of(measure))
                .reduce(ZERO, BigDecimal::add);
    }

    Parts parts() {
        return new Parts(largest.stream().sorted(Part.SMALLEST_FIRST.reversed()).toList(), parts, sum);
    }
}
