package io.lodestone.query.comparing;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.comparing.ChangesView.Change;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.view.Adding;
import io.lodestone.query.view.Conditions;
import io.lodestone.query.view.History;
import io.lodestone.query.view.OneMoment;
import io.lodestone.query.view.Question;
import io.lodestone.query.view.Sum;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The same question on several days, all answered of one moment. */
@ApplicationScoped
class Comparing {

    private final OneMoment moment;

    Comparing(OneMoment moment) {
        this.moment = moment;
    }

    /** @param question its day is the later one */
    ChangesView changes(Question question, LocalDate from, Sight sight) {
        var earlier = question.on(from);
        return moment.read(question, sight, (connection, freshness) -> {
            var before = Adding.of(connection, earlier, sight);
            var after = Adding.of(connection, question, sight);
            var cells = differences(before.by(question.by()), after.by(question.by()));
            var totals = differences(before.by(List.of()), after.by(List.of()));
            return new ChangesView(
                    from,
                    question.asOf(),
                    freshness.knownAt(),
                    question.currency(),
                    question.by().stream().map(Dimension::field).toList(),
                    cells.stream()
                            .filter(change -> change.after().currency().equals(question.currency()))
                            .filter(change -> !change.isNone())
                            .toList(),
                    totals.stream()
                            .filter(change -> change.after().currency().equals(question.currency()))
                            .findFirst()
                            .orElseGet(() -> nothing(question.currency())),
                    others(totals, question.currency()),
                    freshness.position(),
                    freshness.ageMillis());
        });
    }

    /** @param days ascending; the question's day is the last */
    HistoryView history(Question question, String step, List<LocalDate> days, Sight sight) {
        return moment.read(question, sight, (connection, freshness) -> {
            var conditions = Conditions.of(question, sight).inCurrency(question.currency());
            var cells = History.of(connection, question.by(), days, conditions);
            var totals = History.of(connection, List.of(), days, conditions);
            var points = new ArrayList<HistoryView.Point>();
            for (int i = 0; i < days.size(); i++) {
                var total =
                        totals.get(i).stream().findFirst().orElseGet(() -> Sum.nothing(Map.of(), question.currency()));
                points.add(new HistoryView.Point(days.get(i), cells.get(i), total));
            }
            return new HistoryView(
                    step,
                    freshness.knownAt(),
                    question.currency(),
                    question.by().stream().map(Dimension::field).toList(),
                    points,
                    freshness.position(),
                    freshness.ageMillis());
        });
    }

    /** Cell by cell, also where there is one on one of the days only. */
    private static List<Change> differences(List<Sum> before, List<Sum> after) {
        record Key(Map<String, @Nullable String> labels, String currency) {
            static Key of(Sum sum) {
                return new Key(sum.labels(), sum.currency());
            }
        }
        var changes = new LinkedHashMap<Key, Change>();
        for (var sum : before) {
            changes.put(Key.of(sum), new Change(sum, Sum.nothing(sum.labels(), sum.currency())));
        }
        for (var sum : after) {
            var earlier = changes.get(Key.of(sum));
            var then = earlier == null ? Sum.nothing(sum.labels(), sum.currency()) : earlier.before();
            changes.put(Key.of(sum), new Change(then, sum));
        }
        return changes.values().stream()
                .sorted((a, b) -> Sum.BY_LABELS.compare(a.after(), b.after()))
                .toList();
    }

    private static List<Change> others(List<Change> totals, String asked) {
        return totals.stream()
                .filter(change -> !change.after().currency().equals(asked) && !change.isNone())
                .map(change -> new Change(named(change.before()), named(change.after())))
                .toList();
    }

    private static Sum named(Sum sum) {
        return new Sum(Map.of("currency", sum.currency()), sum.currency(), sum.measures(), sum.deals());
    }

    private static Change nothing(String currency) {
        return new Change(Sum.nothing(Map.of(), currency), Sum.nothing(Map.of(), currency));
    }
}
