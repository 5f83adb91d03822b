package io.lodestone.query.supposing;

import static java.math.BigDecimal.ZERO;

import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Entry;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.known.KnownLimits;
import io.lodestone.query.known.KnownProjects;
import io.lodestone.query.limit.LimitPlace;
import io.lodestone.query.limit.LimitTerms;
import io.lodestone.query.supposing.WhatIf.Supposed;
import io.lodestone.query.supposing.WhatIfView.Limited;
import io.lodestone.query.view.Answers;
import io.lodestone.query.view.Conditions;
import io.lodestone.query.view.DealBalance;
import io.lodestone.query.view.ExposureView;
import io.lodestone.query.view.Figures;
import io.lodestone.query.view.Freshness;
import io.lodestone.query.view.LimitHolds;
import io.lodestone.query.view.LimitUses;
import io.lodestone.query.view.OneMoment;
import io.lodestone.query.view.Question;
import io.lodestone.query.view.RungConcentration;
import io.lodestone.query.view.Sum;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Answers the same question twice, without and with the supposed deals. Reads only. */
@ApplicationScoped
class Supposing {

    private final OneMoment moment;
    private final Answers answers;
    private final KnownProjects projects;
    private final KnownLimits limits;

    Supposing(OneMoment moment, Answers answers, KnownProjects projects, KnownLimits limits) {
        this.moment = moment;
        this.answers = answers;
        this.projects = projects;
        this.limits = limits;
    }

    /** @throws ProblemException 422 for a project that is not known here, or a rate that is missing */
    WhatIfView suppose(WhatIf whatIf, Question question, int most, Sight sight) {
        return moment.read(question, sight, (connection, freshness) -> {
            var supposed = entries(connection, whatIf, question, freshness);
            var before = answers.of(connection, question, sight);
            var after = answers.of(
                    connection,
                    question,
                    sight,
                    supposed.stream().map(DealBalance::of).toList());
            return new WhatIfView(
                    ExposureView.of(question, after, freshness),
                    before.total(),
                    new WhatIfView.Concentrated(
                            concentration(question, before, most), concentration(question, after, most)),
                    limits(connection, supposed, question, sight));
        });
    }

    private static List<RungConcentration> concentration(Question question, Figures figures, int most) {
        return question.by().isEmpty()
                ? List.of()
                : RungConcentration.of(figures.cells(), List.of(Measure.values()), most);
    }

    private List<List<Entry>> entries(Connection connection, WhatIf whatIf, Question question, Freshness freshness)
            throws SQLException {
        var entries = new ArrayList<List<Entry>>();
        for (int i = 0; i < whatIf.deals().size(); i++) {
            var deal = whatIf.deals().get(i);
            entries.add(
                    Hypothesis.entries(deal, i + 1, place(connection, deal, i), question.asOf(), freshness.knownAt()));
        }
        return entries;
    }

    private KnownProjects.Place place(Connection connection, Supposed deal, int index) throws SQLException {
        var project = deal.projectId();
        return project == null
                ? deal.named()
                : projects.of(connection, project)
                        .orElseThrow(() -> new ProblemException(Problem.invalid(
                                "deals[" + index + "].projectId",
                                project + " is not known here; give country and minerals instead")));
    }

    private List<Limited> limits(Connection connection, List<List<Entry>> supposed, Question question, Sight sight)
            throws SQLException {
        var inForce = limits.all(connection).stream()
                .filter(limit -> limit.inForceOn(question.asOf()))
                .toList();
        var whole = Question.ofAll(question.asOf());
        var before = new LimitUses(inForce).read(connection, Conditions.of(whole, sight));
        var more = new LimitUses(inForce);
        supposed.forEach(deal -> deal.forEach(entry -> more.add(LimitPlace.of(entry.cell()), entry.amounts())));
        var held = LimitHolds.sums(connection, question.asOf(), sight);
        var limited = new ArrayList<Limited>();
        for (var limit : inForce) {
            var used = before.of(limit);
            var added = more.of(limit);
            var holds = held.getOrDefault(limit.id(), Map.of());
            var buckets = new TreeSet<>(added.keySet());
            if (limit.per() == null) {
                buckets.add("");
            }
            buckets.forEach(bucket -> limited.add(limited(
                    limit,
                    bucket,
                    used.getOrDefault(bucket, ZERO),
                    holds.getOrDefault(bucket, ZERO),
                    added.getOrDefault(bucket, ZERO))));
        }
        return limited;
    }

    private static Limited limited(
            LimitTerms limit, String bucket, BigDecimal used, BigDecimal held, BigDecimal added) {
        var currency = limit.threshold().currency();
        var after = used.add(added);
        return new Limited(
                limit.id(),
                limit.key(),
                limit.title(),
                limit.effect(),
                limit.measure(),
                currency,
                bucket.isEmpty() ? null : bucket,
                Sum.plain(limit.threshold().amount(), currency),
                Sum.plain(used, currency),
                Sum.plain(held, currency),
                Sum.plain(after, currency),
                after.add(held).compareTo(limit.threshold().amount()) > 0);
    }
}
