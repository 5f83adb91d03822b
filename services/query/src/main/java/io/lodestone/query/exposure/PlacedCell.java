package io.lodestone.query.exposure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cell, apart by who may see what is in it.
 *
 * @param id made from all the rest, so that the same cell has the same id in every generation
 */
public record PlacedCell(UUID id, String releaseClass, Cell cell) implements Comparable<PlacedCell> {

    static PlacedCell of(String releaseClass, Cell cell) {
        return new PlacedCell(id(releaseClass, cell), releaseClass, cell);
    }

    /** In the order of ids, so that two writers cannot hold what the other one waits for. */
    @Override
    public int compareTo(PlacedCell other) {
        return id.compareTo(other.id);
    }

    /** The migration that made the first cells makes the same ids in SQL. */
    private static UUID id(String releaseClass, Cell cell) {
        var deal = cell.deal();
        var name = Stream.<@Nullable Object>of(
                        releaseClass,
                        deal.agency(),
                        deal.instrument(),
                        deal.program(),
                        cell.mineral(),
                        cell.segment(),
                        cell.country(),
                        deal.obligor(),
                        deal.obligorLei(),
                        deal.packageId(),
                        deal.projectId(),
                        deal.status(),
                        deal.currency())
                .map(part -> part == null ? "-" : part.toString())
                .collect(Collectors.joining("|"));
        try {
            var digest = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(name.getBytes(UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
