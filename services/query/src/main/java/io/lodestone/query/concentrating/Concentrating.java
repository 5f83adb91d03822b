package io.lodestone.query.concentrating;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.view.Answers;
import io.lodestone.query.view.OneMoment;
import io.lodestone.query.view.Question;
import io.lodestone.query.view.Sum;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** Concentration of the exposure, from the same cells that the exposure itself shows. */
@ApplicationScoped
class Concentrating {

    private final OneMoment moment;
    private final Answers answers;

    Concentrating(OneMoment moment, Answers answers) {
        this.moment = moment;
        this.answers = answers;
    }

    /** @param most parts that are listed, rung by rung */
    ConcentrationView of(Question question, List<Measure> measures, int most, Sight sight) {
        return moment.read(question, sight, (connection, freshness) -> {
            var figures = answers.of(connection, question, sight);
            return new ConcentrationView(
                    question.asOf(),
                    freshness.knownAt(),
                    question.currency(),
                    question.by().stream().map(Dimension::field).toList(),
                    rungs(figures.cells(), measures, most),
                    figures.notConverted(),
                    figures.conversion(),
                    freshness.position(),
                    freshness.ageMillis());
        });
    }

    static List<ConcentrationView.Rung> rungs(List<Sum> cells, List<Measure> measures, int most) {
        return measures.stream()
                .filter(measure -> cells.stream()
                        .anyMatch(cell -> cell.measures().of(measure).signum() != 0))
                .map(measure -> rung(cells, measure, most))
                .toList();
    }

    private static ConcentrationView.Rung rung(List<Sum> cells, Measure measure, int most) {
        var parts = cells.stream()
                .filter(cell -> cell.measures().of(measure).signum() != 0)
                .sorted(Comparator.comparing((Sum cell) -> cell.measures().of(measure))
                        .reversed()
                        .thenComparing(Sum.BY_LABELS))
                .toList();
        var currency = parts.getFirst().currency();
        var concentration = Concentration.of(
                parts.stream().map(part -> part.measures().of(measure)).toList());
        return new ConcentrationView.Rung(
                measure.field(),
                Sum.plain(concentration.whole(), currency),
                parts.size(),
                concentration.hhi(),
                concentration.effectiveNumber(),
                concentration.shareOfLargest(most),
                parts.stream()
                        .limit(most)
                        .map(part -> new ConcentrationView.Part(
                                part.labels(),
                                Sum.plain(part.measures().of(measure), currency),
                                concentration.share(part.measures().of(measure))))
                        .toList());
    }
}
