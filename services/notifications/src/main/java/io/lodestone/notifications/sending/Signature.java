package io.lodestone.notifications.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.notifications.subscription.Secret;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs after Standard Webhooks: HMAC-SHA256 over id, moment and body. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The value of {@code webhook-signature}. */
    static String of(Secret secret, String id, Instant at, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            var signed = mac.doFinal((id + "." + at.getEpochSecond() + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
