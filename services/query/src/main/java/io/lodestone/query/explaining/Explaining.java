package io.lodestone.query.explaining;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.view.Conditions;
import io.lodestone.query.view.OneMoment;
import io.lodestone.query.view.Question;
import io.lodestone.query.view.Sum;
import io.lodestone.query.view.Sums;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a figure apart: the figure as the exposure sums it, beside what its deals give to it. */
@ApplicationScoped
class Explaining {

    private final OneMoment moment;

    Explaining(OneMoment moment) {
        this.moment = moment;
    }

    /**
     * @param most deals that are listed one by one
     * @throws io.lodestone.chassis.http.ProblemException 422 for a filter on a code that does not exist
     */
    Explanation explain(Question question, Measure measure, int most, Sight sight) {
        return moment.read(question, sight, (connection, freshness) -> {
            var figure = Sums.total(connection, Conditions.of(question, sight), question.currency())
                    .measures()
                    .of(measure);
            var parts = new Contributions(connection, question, sight, measure).largest(most);
            return new Explanation(
                    question.asOf(),
                    freshness.knownAt(),
                    question.currency(),
                    measure.field(),
                    Sum.plain(figure, question.currency()),
                    parts.largest(),
                    new Explanation.Rest(parts.others(), Sum.plain(parts.ofOthers(), question.currency())),
                    Sum.plain(figure.subtract(parts.sum()), question.currency()),
                    freshness.position(),
                    freshness.ageMillis());
        });
    }
}
