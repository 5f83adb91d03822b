package io.lodestone.deals.limit;

import io.lodestone.contracts.Money;
import io.lodestone.deals.limit.LimitRefusal.NoSuchLimit;
import io.lodestone.deals.limit.LimitRefusal.WrongTerm;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The limits of this service. All who lock do it in one order, so that nobody waits for somebody who waits for him:
 * first {@link #inBooks}, {@link #share} or {@link #alone}, then deals, then limits by their ids.
 */
@ApplicationScoped
public class Limits implements PanacheRepositoryBase<Limit, UUID> {

    private volatile Book book = new Book(-1, List.of());

    /** All limits as they were at a revision of the books. */
    private record Book(long revision, List<Gauge> gauges) {}

    /**
     * All limits as they stand. None is set until this transaction ends, so none can miss what it does. They are kept
     * in memory; asking whether that is still true costs one statement.
     */
    public List<Gauge> inBooks() {
        long revision = ask("select limits_shared()");
        var known = book;
        if (known.revision() != revision) {
            known = new Book(revision, gauges());
            book = known;
        }
        return known.gauges();
    }

    /**
     * For who writes facts of deals that move nothing that is measured: the books of deals do not stand still until this
     * transaction ends. Before any deal is locked.
     */
    public void share() {
        ask("select limits_shared()");
    }

    /**
     * All limits as they stand, once nobody measures any more; and nobody does until this transaction ends. For who sets
     * a limit, or changes what deals are measured by.
     */
    public List<Gauge> alone() {
        ask("select limits_alone()");
        return gauges();
    }

    /** Row-locks them, in the order of their ids. */
    Map<UUID, Limit> forUpdate(Collection<UUID> ids) {
        var locked = new TreeMap<UUID, Limit>();
        if (!ids.isEmpty()) {
            find("id in ?1 order by id", ids)
                    .withLock(LockModeType.PESSIMISTIC_WRITE)
                    .list()
                    .forEach(limit -> locked.put(limit.id(), limit));
        }
        return locked;
    }

    public Optional<Limit> of(@Nullable String owner, String key) {
        return (owner == null ? find("owner is null and key = ?1", key) : find("owner = ?1 and key = ?2", owner, key))
                .firstResultOptional();
    }

    /** @throws NoSuchLimit when there is none */
    public Limit read(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new NoSuchLimit(id));
    }

    /** Those whose threshold is a share of it. */
    List<Limit> sharing(UUID limit) {
        return listAll().stream()
                .filter(other -> limit.equals(other.terms().shareOf()))
                .toList();
    }

    /** @throws WrongTerm when it is a share of something that is no amount */
    public Gauge gauge(UUID id, @Nullable String owner, LimitTerms terms) {
        return new Gauge(id, owner, terms, threshold(id, terms));
    }

    public Gauge gaugeOf(Limit limit) {
        return gauge(limit.id(), limit.owner(), limit.terms());
    }

    private Money threshold(UUID id, LimitTerms terms) {
        if (terms.threshold() != null) {
            return terms.threshold();
        }
        var share = terms.share();
        var shared = terms.shareOf() == null || terms.shareOf().equals(id) ? null : findById(terms.shareOf());
        if (share == null || shared == null || shared.terms().threshold() == null) {
            throw new WrongTerm("shareOf", "must be another limit that has an amount");
        }
        return Gauge.share(share, shared.terms().threshold());
    }

    private List<Gauge> gauges() {
        return list("order by id").stream().map(this::gaugeOf).toList();
    }

    /** Every act asks; Hibernate would look first for what it has to write. */
    private long ask(String question) {
        return getEntityManager().unwrap(Session.class).doReturningWork(connection -> {
            try (var select = connection.prepareStatement(question);
                    var answer = select.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        });
    }
}
