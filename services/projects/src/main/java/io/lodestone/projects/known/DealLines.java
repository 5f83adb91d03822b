package io.lodestone.projects.known;

import static java.util.stream.Collectors.toSet;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.projects.project.Support;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Every deal that projects has heard of. A line is kept even when its project is not known yet. */
@ApplicationScoped
public class DealLines implements PanacheRepositoryBase<DealLine, UUID> {

    /** Kept by the difference: a project may have thousands of deals, and each fact of one of them asks. */
    private static final String SUPPORT = """
            select agency, release_class, currency, pipeline, authorized, signed from project_support
            where project_id = ? order by agency, release_class, currency
            """;

    /** @param facts those of one deal in version order */
    public void note(List<DealEvent> facts) {
        var subjects = facts.stream().map(DealEvent::subject).collect(toSet());
        var lines = new HashMap<UUID, DealLine>();
        list("dealId in ?1", subjects).forEach(line -> lines.put(line.dealId(), line));
        var moves = new SupportMoves();
        for (var fact : facts) {
            var known = lines.get(fact.subject());
            if (known == null) {
                var line = DealLine.of(fact);
                persist(line);
                lines.put(fact.subject(), line);
                moves.add(line);
            } else {
                moves.take(known);
                known.note(fact);
                moves.add(known);
            }
        }
        getEntityManager().unwrap(Session.class).doWork(moves::write);
    }

    /** What the project's deals promise, added up by agency, release class and currency. */
    public List<Support> supportOf(UUID projectId) {
        return getEntityManager().unwrap(Session.class).doReturningWork(connection -> {
            try (var select = connection.prepareStatement(SUPPORT)) {
                select.setObject(1, projectId);
                try (var rows = select.executeQuery()) {
                    var supports = new ArrayList<Support>();
                    while (rows.next()) {
                        supports.add(support(rows));
                    }
                    return supports;
                }
            }
        });
    }

    private static Support support(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Support(
                row.getString("agency"),
                row.getString("release_class"),
                new Money(row.getBigDecimal("pipeline"), currency),
                new Money(row.getBigDecimal("authorized"), currency),
                new Money(row.getBigDecimal("signed"), currency));
    }
}
