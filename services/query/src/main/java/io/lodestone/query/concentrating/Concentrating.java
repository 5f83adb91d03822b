package io.lodestone.query.concentrating;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.view.Answers;
import io.lodestone.query.view.OneMoment;
import io.lodestone.query.view.Question;
import io.lodestone.query.view.RungConcentration;
import jakarta.enterprise.context.ApplicationScoped;
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
                    RungConcentration.of(figures.cells(), measures, most),
                    figures.notConverted(),
                    figures.conversion(),
                    freshness.position(),
                    freshness.ageMillis());
        });
    }
}
