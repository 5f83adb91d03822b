package io.lodestone.chassis.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code ?limit=} (1 to 500, default 50) and {@code ?after=}; take it as a {@code @BeanParam}. */
public class PageRequest {

    private static final int LIMIT_MAX = 500;

    @QueryParam("limit")
    @DefaultValue("50")
    String limit = "50";

    @QueryParam("after")
    @Nullable
    String after;

    /** @throws ProblemException 400 when it is not a whole number from 1 to 500 */
    public int limit() {
        try {
            int value = Integer.parseInt(limit);
            if (value >= 1 && value <= LIMIT_MAX) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, together with what is out of range
        }
        throw new ProblemException(Problem.of(400, "malformed", "limit must be a whole number from 1 to " + LIMIT_MAX)
                .violation("limit", "must be a whole number from 1 to " + LIMIT_MAX));
    }

    /** The last id of the page before. @throws ProblemException 400 when it is not a cursor we gave out */
    public Optional<UUID> after() {
        return after(UUID::fromString);
    }

    /**
     * What the page before ended with.
     *
     * @param read throws an IllegalArgumentException or a DateTimeException for what it cannot read
     * @throws ProblemException 400 when it is not a cursor we gave out
     */
    public <K> Optional<K> after(Function<String, K> read) {
        try {
            return afterKey().map(read);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw notACursor();
        }
    }

    /** The last key of the page before. @throws ProblemException 400 when it is not a cursor we gave out */
    Optional<String> afterKey() {
        try {
            return Optional.ofNullable(after)
                    .map(text -> new String(Base64.getUrlDecoder().decode(text), US_ASCII));
        } catch (IllegalArgumentException e) {
            throw notACursor();
        }
    }

    /** The last number of the page before, 0 on the first. @throws ProblemException 400 when it is not a cursor we gave out */
    long afterNumber() {
        return after(Long::parseLong).orElse(0L);
    }

    static ProblemException notACursor() {
        return new ProblemException(Problem.of(400, "malformed", "after must be the next of an earlier page")
                .violation("after", "is not a cursor"));
    }

    static String cursor(Object last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(US_ASCII));
    }
}
