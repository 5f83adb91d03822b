package io.lodestone.query.exposure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ids made from what they stand for, so that it has the same id in every generation. Migrations make the same ones in
 * SQL, by {@code md5()}. For one thread.
 */
final class ContentId {

    private final MessageDigest md5;

    ContentId() {
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** @param before what goes before the parts of the cell */
    UUID ofCell(Cell cell, Object... before) {
        return ofParts(Stream.concat(Arrays.stream(before), cell.parts()).toArray());
    }

    /** @param parts null where there is none */
    UUID ofParts(@Nullable Object... parts) {
        return of(Arrays.stream(parts)
                .map(part -> part == null ? "-" : part.toString())
                .collect(Collectors.joining("|"))
                .getBytes(UTF_8));
    }

    UUID of(byte[] content) {
        var digest = ByteBuffer.wrap(md5.digest(content));
        return new UUID(digest.getLong(), digest.getLong());
    }
}
