package io.lodestone.notifications.subscription;

import java.security.SecureRandom;
import java.util.Base64;

/** What a subscription's deliveries are signed with: {@code whsec_} and 32 random bytes in Base64 (Standard Webhooks). */
public record Secret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int LENGTH_BYTES = 32;

    public static Secret draw(SecureRandom random) {
        var bytes = new byte[LENGTH_BYTES];
        random.nextBytes(bytes);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** The key itself. */
    public byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** Says nothing: a secret must not end up in a log. */
    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
