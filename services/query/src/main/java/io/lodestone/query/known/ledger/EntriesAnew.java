package io.lodestone.query.known.ledger;

import io.lodestone.query.exposure.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The live entries of some deals, beside those that their facts make. */
@ApplicationScoped
public class EntriesAnew {

    private final Generations generations;
    private final Entries entries;
    private final Books books;

    EntriesAnew(Generations generations, Entries entries, Books books) {
        this.generations = generations;
        this.entries = entries;
        this.books = books;
    }

    /**
     * An entry that the facts do not make.
     *
     * @param made the one that the same fact makes in the same cell instead, null where it makes none
     */
    public record Wrong(Entry stands, @Nullable Entry made) {}

    /** By day, and of the same day in the order of their ids. */
    public List<Wrong> wrong(Connection connection, Collection<UUID> deals) throws SQLException {
        var live = generations.live(connection);
        var made = books.made(connection, live, deals);
        var wrong = new ArrayList<>(entries.of(connection, live, deals));
        wrong.removeAll(new HashSet<>(made));
        var byCause = new HashMap<Cause, Entry>();
        made.forEach(entry -> byCause.put(Cause.of(entry), entry));
        return wrong.stream()
                .sorted(Comparator.comparing(Entry::effectiveOn).thenComparing(Entry::id))
                .map(entry -> new Wrong(entry, byCause.get(Cause.of(entry))))
                .toList();
    }

    private record Cause(UUID deal, UUID fact, Object cell) {
        static Cause of(Entry entry) {
            return new Cause(entry.dealId(), entry.factId(), entry.cell());
        }
    }
}
