package io.lodestone.chassis.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** A fact as the simulated service understands it: what is outstanding after it. */
record Figure(UUID subject, long version, String currency, long amount, boolean refused) {

    static final String TYPE = "figure.v1";

    /** @throws NotAFact when the data is not as it should be */
    static Figure of(Envelope envelope) {
        var words = new String(envelope.data(), UTF_8).split(" ");
        if (words.length != 3) {
            throw new NotAFact("the data is not a figure");
        }
        return new Figure(
                envelope.subject(),
                envelope.version(),
                words[0],
                Long.parseLong(words[1]),
                Boolean.parseBoolean(words[2]));
    }

    /** As a mended service reads it: what the first one did not understand stands for nothing. */
    static Figure leniently(Envelope envelope) {
        try {
            return of(envelope);
        } catch (NotAFact e) {
            return new Figure(envelope.subject(), envelope.version(), "AUD", 0, false);
        }
    }
}
