package io.lodestone.deals.deal;

import io.lodestone.contracts.Party;
import io.lodestone.deals.deal.DealRefusal.NoSuchDeal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The deals of this service. */
@ApplicationScoped
public class Deals implements PanacheRepositoryBase<Deal, UUID> {

    private static final String WAITING = """
            select id from deal
            where status in ('APPROVED', 'SIGNED')
              and offer -> 'conditions' @> jsonb_build_array(jsonb_build_object(
                    'kind', ?::text, 'reference', ?::text))
            order by id
            """;

    private static final String IN_DEFAULT = """
            select id from deal
            where status = 'IN_DEFAULT' and (obligor_name = any(?) or obligor_lei = any(?) or obligor_group = any(?))
            limit 1
            """;

    /** Row-locks the deal, so facts about one deal are drawn, and later published, in order. */
    public Deal forUpdate(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new NoSuchDeal(id));
    }

    /** @throws NoSuchDeal when there is none */
    public Deal read(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NoSuchDeal(id));
    }

    /** Row-locked, in the order of their ids: all deals of this debtor, or of its group, whatever became of them. */
    public List<Deal> ofObligor(Party obligor) {
        return list(
                        "(obligorName = ?1 or obligorLei = ?2 or obligorGroup = ?3) order by id",
                        obligor.name(),
                        obligor.lei(),
                        obligor.group())
                .stream()
                .filter(deal -> ObligorGroup.same(deal.offer().obligor(), obligor))
                .map(deal -> forUpdate(deal.id()))
                .toList();
    }

    /** Those of them that are in default; not locked. */
    public List<Deal> inDefaultOfObligor(Party obligor) {
        return list(
                        "status = IN_DEFAULT and (obligorName = ?1 or obligorLei = ?2 or obligorGroup = ?3) order by id",
                        obligor.name(),
                        obligor.lei(),
                        obligor.group())
                .stream()
                .filter(deal -> ObligorGroup.same(deal.offer().obligor(), obligor))
                .toList();
    }

    /** Whether any of these debtors, or of their groups, may have a deal in default; one question for a batch of them. */
    public boolean isAnyInDefault(Collection<Party> obligors) {
        return !ids(IN_DEFAULT, (connection, question) -> {
                    question.setArray(1, texts(connection, told(obligors, Party::name)));
                    question.setArray(2, texts(connection, told(obligors, Party::lei)));
                    question.setArray(3, texts(connection, told(obligors, Party::group)));
                })
                .isEmpty();
    }

    private static Set<String> told(Collection<Party> obligors, Function<Party, @Nullable String> what) {
        return obligors.stream().map(what).flatMap(Stream::ofNullable).collect(Collectors.toSet());
    }

    /** Row-locked, in the order of their ids: deals that are approved or signed and have a condition that names this. */
    public List<Deal> waitingFor(Condition.Kind kind, String name) {
        flush(); // what was done for a fact before is asked for too
        return ids(WAITING, (_, question) -> {
                    question.setString(1, kind.name());
                    question.setString(2, name);
                })
                .stream()
                .map(this::forUpdate)
                .toList();
    }

    /** The deal an agency calls {@code reference}; one caller at a time looks and creates. Asked for every new deal. */
    public Optional<UUID> claim(String agency, String reference) {
        var known = ids("select deal_claim(?, ?)", (_, claim) -> {
            claim.setString(1, agency);
            claim.setString(2, reference);
        });
        return Optional.ofNullable(known.getFirst());
    }

    /**
     * Those of these references that there are, row-locked; locks are taken in one order, so that two files take turns.
     */
    public List<Deal> claim(String agency, Set<String> references) {
        var known = ids("select deals_claim(?, ?)", (connection, claim) -> {
            claim.setString(1, agency);
            claim.setArray(2, texts(connection, references));
        });
        return known.isEmpty()
                ? List.of()
                : find("id in ?1 order by id", known)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** One statement for any number of values, asked without a look at what Hibernate has to write. */
    private List<UUID> ids(String sql, Question question) {
        return getEntityManager().unwrap(Session.class).doReturningWork(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                question.bind(connection, select);
                var ids = new ArrayList<UUID>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getObject(1, UUID.class));
                    }
                }
                return ids;
            }
        });
    }

    private static Array texts(Connection connection, Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    @FunctionalInterface
    private interface Question {
        void bind(Connection connection, PreparedStatement select) throws SQLException;
    }
}
