package io.lodestone.chassis.http;

import jakarta.enterprise.context.RequestScoped;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace of the request that is being served: the caller's W3C traceparent, or one of our own. */
@RequestScoped
public class Trace {

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final SecureRandom RANDOM = new SecureRandom();

    private String traceparent = fresh();

    /** A new trace, for work that no request began. */
    public static String fresh() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }

    void adopt(@Nullable String header) {
        if (header != null && TRACEPARENT.matcher(header).matches()) {
            traceparent = header;
        }
    }

    String traceparent() {
        return traceparent;
    }

    /** The 32 hexadecimal characters that find this request in logs and events. */
    String traceId() {
        return traceparent.substring(3, 35);
    }
}
