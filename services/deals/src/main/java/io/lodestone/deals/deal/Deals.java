package io.lodestone.deals.deal;

import io.lodestone.contracts.Party;
import io.lodestone.deals.deal.DealRefusal.NoSuchDeal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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
                    'kind', cast(:kind as text), 'reference', cast(:name as text)))
            order by id
            """;

    private static final String CLAIM = """
            select 1 from (
                select pg_advisory_xact_lock(key) from (
                    select distinct hashtextextended(:agency || '/' || name, 1) as key
                    from unnest(:names) as name order by 1) keys
                offset 0) locked
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
        return count(
                        "status = IN_DEFAULT and (obligorName in ?1 or obligorLei in ?2 or obligorGroup in ?3)",
                        told(obligors, Party::name),
                        told(obligors, Party::lei),
                        told(obligors, Party::group))
                > 0;
    }

    private static Set<String> told(Collection<Party> obligors, Function<Party, @Nullable String> what) {
        return obligors.stream().map(what).flatMap(Stream::ofNullable).collect(Collectors.toSet());
    }

    /** Row-locked, in the order of their ids: deals that are approved or signed and have a condition that names this. */
    public List<Deal> waitingFor(Condition.Kind kind, String name) {
        return getEntityManager()
                .createNativeQuery(WAITING, UUID.class)
                .setParameter("kind", kind.name())
                .setParameter("name", name)
                .getResultList()
                .stream()
                .map(id -> forUpdate((UUID) id))
                .toList();
    }

    /** The deal an agency calls {@code reference}; one caller at a time looks and creates. Asked for every new deal. */
    public Optional<UUID> claim(String agency, String reference) {
        return getEntityManager().unwrap(Session.class).doReturningWork(connection -> {
            try (var claim = connection.prepareStatement("select deal_claim(?, ?)")) {
                claim.setString(1, agency);
                claim.setString(2, reference);
                try (var known = claim.executeQuery()) {
                    known.next();
                    return Optional.ofNullable(known.getObject(1, UUID.class));
                }
            }
        });
    }

    /**
     * Those of these references that there are, row-locked; locks are taken in one order, so that two files take turns.
     */
    public List<Deal> claim(String agency, Set<String> references) {
        var names = references.toArray(String[]::new);
        getEntityManager()
                .createNativeQuery(CLAIM, Integer.class)
                .setParameter("agency", agency)
                .setParameter("names", names)
                .getResultList();
        return find("agency = ?1 and reference in ?2 order by id", agency, references)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
