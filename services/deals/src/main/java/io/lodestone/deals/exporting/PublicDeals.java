package io.lodestone.deals.exporting;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.chassis.json.EventCodec;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.Deals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Walks through all public deals with their facts, a page at a time: memory does not grow with their number. */
@ApplicationScoped
class PublicDeals {

    private static final int PAGE = 200;

    private static final UUID FIRST = new UUID(0, 0);

    private static final String FACTS = """
            select subject, version, type, recorded_at, data from fact
            where topic = ? and subject = any(?) order by subject, version
            """;

    private static final String PROJECTS = """
            select p.id, p.country, p.minerals from KnownProject p where p.id in :ids
            """;

    private final Deals deals;
    private final DataSource database;

    PublicDeals(Deals deals, DataSource database) {
        this.deals = deals;
        this.database = database;
    }

    /** Takes one deal; may write it to a stream. */
    @FunctionalInterface
    interface Reader {
        void read(Told deal) throws IOException;
    }

    /** In the order of their ids, each as it stood at one moment. @param agency null for all */
    void each(@Nullable Agency agency, Reader reader) throws IOException {
        var after = FIRST;
        for (var page = page(agency, after); !page.isEmpty(); page = page(agency, after)) {
            for (var deal : page) {
                reader.read(deal);
            }
            after = page.getLast().deal().id();
        }
    }

    private List<Told> page(@Nullable Agency agency, UUID after) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var found = deals.find(
                            "releaseClass = 'PUBLIC' and id > ?1 and (?2 is null or agency = ?2) order by id",
                            after,
                            agency == null ? null : agency.name())
                    .range(0, PAGE - 1)
                    .list();
            var facts = facts(found.stream().map(Deal::id).toList());
            var projects = projects(found.stream()
                    .map(deal -> deal.offer().projectId())
                    .distinct()
                    .toList());
            return found.stream().map(deal -> told(deal, facts, projects)).toList();
        });
    }

    /** What a deal learned between the two reads is for the next export. */
    private static Told told(Deal deal, Map<UUID, List<DealEvent>> facts, Map<UUID, Project> projects) {
        var project = Optional.ofNullable(projects.get(deal.offer().projectId()));
        return new Told(
                deal,
                facts.getOrDefault(deal.id(), List.of()).stream()
                        .filter(fact -> fact.version() <= deal.version())
                        .toList(),
                project.map(Project::country).orElse(null),
                project.map(Project::minerals).orElse(List.of()));
    }

    private record Project(String country, List<String> minerals) {}

    private Map<UUID, Project> projects(List<UUID> ids) {
        var projects = new HashMap<UUID, Project>();
        for (var row : deals.getEntityManager()
                .createQuery(PROJECTS, Object[].class)
                .setParameter("ids", ids)
                .getResultList()) {
            var minerals = ((String) row[2]).split(",");
            projects.put(
                    (UUID) row[0],
                    new Project(
                            (String) row[1],
                            List.of(minerals).stream()
                                    .filter(code -> !code.isEmpty())
                                    .toList()));
        }
        return projects;
    }

    private Map<UUID, List<DealEvent>> facts(List<UUID> subjects) throws SQLException {
        var facts = new HashMap<UUID, List<DealEvent>>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(FACTS)) {
            select.setString(1, DEALS.name());
            select.setArray(2, connection.createArrayOf("uuid", subjects.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var subject = rows.getObject(1, UUID.class);
                    facts.computeIfAbsent(subject, id -> new ArrayList<>()).add(fact(subject, rows));
                }
            }
        }
        return facts;
    }

    private static DealEvent fact(UUID subject, ResultSet row) throws SQLException {
        var type = row.getString(3);
        try {
            return EventCodec.<DealEvent>event(
                    row.getString(5).getBytes(UTF_8),
                    DEALS.classOf(type)
                            .filter(DealEvent.class::isAssignableFrom)
                            .orElseThrow(() -> new IllegalStateException("no fact of a deal of ours: " + type))
                            .asSubclass(DealEvent.class),
                    subject,
                    row.getLong(2),
                    row.getTimestamp(4).toInstant());
        } catch (IOException e) {
            throw new IllegalStateException("a fact of our own does not read any more: " + subject, e);
        }
    }
}
