package io.lodestone.query.known.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * SQL for a hash of a row of facts or entries. Each value is hashed with the hash of those before it as its seed, which
 * costs less than {@code hash_record_extended}: no row is put together first. The hash functions are those of the
 * server's hash indexes, so equal amounts have equal hashes however many zeros they end in.
 */
final class RowDigest {

    private static final String OF_TEXT = "hashtextextended";

    /** All others are texts. */
    private static final Map<String, String> HASHES = Map.ofEntries(
            Map.entry("id", "uuid_hash_extended"),
            Map.entry("deal_id", "uuid_hash_extended"),
            Map.entry("fact_id", "uuid_hash_extended"),
            Map.entry("place_id", "uuid_hash_extended"),
            Map.entry("profile_id", "uuid_hash_extended"),
            Map.entry("project_id", "uuid_hash_extended"),
            Map.entry("package_id", "uuid_hash_extended"),
            Map.entry("version", "hashint8extended"),
            Map.entry("presence", "hashint4extended"),
            Map.entry("effective_on", "hashdateextended"),
            Map.entry("latest_day", "hashdateextended"),
            Map.entry("recorded_at", "timestamptz_hash_extended"),
            Map.entry("known_at", "timestamptz_hash_extended"));

    private static final List<String> AMOUNTS = List.of(Entries.RUNGS.split(", "));

    /** What stands for null; how many there are is hashed too. */
    private static final Map<String, String> NULLABLE =
            Map.of("program", "''", "obligor_lei", "''", "package_id", "'00000000-0000-0000-0000-000000000000'::uuid");

    private RowDigest() {}

    /**
     * @param columns names, parted by comma and space
     * @param seed    a number, or what is hashed already
     */
    static String of(String columns, String seed) {
        var names = List.of(columns.split(", "));
        var nulls = NULLABLE.keySet().stream().filter(names::contains).sorted().collect(Collectors.joining(", "));
        var digest = nulls.isEmpty() ? seed : "hashint4extended(num_nulls(" + nulls + "), " + seed + ")";
        for (var column : names) {
            var value =
                    NULLABLE.containsKey(column) ? "coalesce(" + column + ", " + NULLABLE.get(column) + ")" : column;
            digest = hash(column) + "(" + value + ", " + digest + ")";
        }
        return digest;
    }

    private static String hash(String column) {
        return AMOUNTS.contains(column) ? "hash_numeric_extended" : HASHES.getOrDefault(column, OF_TEXT);
    }
}
