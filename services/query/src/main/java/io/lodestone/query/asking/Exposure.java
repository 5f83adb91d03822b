package io.lodestone.query.asking;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.view.Answers;
import io.lodestone.query.view.Conditions;
import io.lodestone.query.view.ExposureView;
import io.lodestone.query.view.OneMoment;
import io.lodestone.query.view.Question;
import io.lodestone.query.view.Sum;
import io.lodestone.query.view.Sums;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Answers questions by exact sums over the ledger. Cells, total and position are of one moment. */
@ApplicationScoped
class Exposure {

    /** What binds nobody yet. */
    private static final List<String> BEFORE_APPROVAL = List.of("LETTER_OF_INTEREST", "APPLIED", "DUE_DILIGENCE");

    private final OneMoment moment;
    private final Answers answers;

    Exposure(OneMoment moment, Answers answers) {
        this.moment = moment;
        this.answers = answers;
    }

    /** @throws io.lodestone.chassis.http.ProblemException 422 for an unknown code, or a rate that is missing */
    ExposureView of(Question question, Sight sight) {
        return moment.read(
                question,
                sight,
                (connection, freshness) ->
                        ExposureView.of(question, answers.of(connection, question, sight), freshness));
    }

    /** Only deals before their approval, only their pipeline. */
    PipelineView pipeline(Question question, Sight sight) {
        return moment.read(question, sight, (connection, freshness) -> {
            var currencies = Sums.of(connection, List.of(), unbound(question, sight));
            var total = currencies.stream()
                    .filter(sum -> sum.currency().equals(question.currency()))
                    .findFirst()
                    .orElseGet(() -> Sum.nothing(Map.of(), question.currency()));
            var cells =
                    Sums.of(connection, question.by(), unbound(question, sight).inCurrency(question.currency()));
            return new PipelineView(
                    question.asOf(),
                    freshness.knownAt(),
                    question.currency(),
                    question.by().stream().map(Dimension::field).toList(),
                    cells.stream().map(PipelineView.Offers::of).toList(),
                    PipelineView.Offers.of(total),
                    others(currencies, question.currency()).stream()
                            .map(PipelineView.Offers::of)
                            .toList(),
                    freshness.position(),
                    freshness.ageMillis());
        });
    }

    private static Conditions unbound(Question question, Sight sight) {
        return Conditions.of(question, sight).anyOf(Dimension.STATUS, BEFORE_APPROVAL);
    }

    private static List<Sum> others(List<Sum> currencies, String asked) {
        return currencies.stream()
                .filter(sum -> !sum.currency().equals(asked))
                .map(sum -> new Sum(Map.of("currency", sum.currency()), sum.currency(), sum.measures(), sum.deals()))
                .toList();
    }
}
