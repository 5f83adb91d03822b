package io.lodestone.stockpiles.stockpile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over values in a fixed order. Each goes in as its length in bytes, a colon, its UTF-8 bytes and a line feed, so
 * that no two lists of values look alike; a missing value goes in as a dash.
 */
final class Digest {

    /** Stands before the first movement. */
    static final String NONE = "0".repeat(64);

    private final MessageDigest sha256;

    private Digest(MessageDigest sha256) {
        this.sha256 = sha256;
    }

    static Digest begin() {
        try {
            return new Digest(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Digest add(@Nullable Object value) {
        if (value == null) {
            sha256.update("-\n".getBytes(UTF_8));
            return this;
        }
        var bytes = value.toString().getBytes(UTF_8);
        sha256.update((bytes.length + ":").getBytes(UTF_8));
        sha256.update(bytes);
        sha256.update((byte) '\n');
        return this;
    }

    /** 64 hexadecimal characters. */
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
