package io.lodestone.query.explaining;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.fx.RateChoice;
import io.lodestone.query.view.Answers;
import io.lodestone.query.view.OneMoment;
import io.lodestone.query.view.Question;
import io.lodestone.query.view.Sum;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Takes a figure apart: the figure as the exposure sums it, beside what its deals give to it. */
@ApplicationScoped
class Explaining {

    private final OneMoment moment;
    private final Answers answers;

    Explaining(OneMoment moment, Answers answers) {
        this.moment = moment;
        this.answers = answers;
    }

    /**
     * @param most deals that are listed one by one
     * @throws io.lodestone.chassis.http.ProblemException 422 for a code that does not exist or a rate that is missing
     */
    Explanation explain(Question question, Measure measure, int most, Sight sight) {
        return moment.read(question, sight, (connection, freshness) -> {
            var figures = answers.of(connection, question, sight);
            var figure = figures.total().measures().of(measure);
            var contributions = new Contributions(connection, question, sight, measure);
            var choice = question.rates();
            var parts = choice == null
                    ? contributions.largest(most)
                    : converted(connection, question, choice, new Converted(question, measure, most), sight);
            return new Explanation(
                    question.asOf(),
                    freshness.knownAt(),
                    question.currency(),
                    measure.field(),
                    Sum.plain(figure, question.currency()),
                    told(parts, contributions, question.currency()),
                    new Explanation.Rest(parts.others(), Sum.plain(parts.ofOthers(), question.currency())),
                    Sum.plain(figure.subtract(parts.sum()), question.currency()),
                    figures.conversion(),
                    freshness.position(),
                    freshness.ageMillis());
        });
    }

    private Parts converted(
            Connection connection, Question question, RateChoice choice, Converted converted, Sight sight)
            throws SQLException {
        answers.each(connection, question, choice, sight, converted::take);
        return converted.parts();
    }

    private static List<Explanation.Contribution> told(Parts parts, Contributions contributions, String currency)
            throws SQLException {
        var causes =
                contributions.causes(parts.largest().stream().map(Part::deal).toList());
        return parts.largest().stream()
                .map(part -> new Explanation.Contribution(
                        part.deal(),
                        part.reference(),
                        part.weight(),
                        part.rate(currency),
                        Sum.plain(part.amount(), currency),
                        part.currency(),
                        causes.getOrDefault(part.deal(), List.of())))
                .toList();
    }
}
