package io.lodestone.chassis.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.chassis.feed.ParkedRows.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;

/** A log of one partition, and a feed whose effect is to write down the data of each fact. */
final class SomeBells implements Hearing<String> {

    static final TopicPartition FIRST = new TopicPartition("bells", 0);
    static final UUID BELL = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID OTHER = UUID.fromString("00000000-0000-7000-8000-000000000002");
    static final Key KEY = new Key("bells", BELL);

    /** Data whose effect fails, unless the cause is mended. */
    static final String TOO_LOUD = "too loud";

    static final String NOT_READABLE = "not readable";
    static final String OF_THE_FUTURE = "of the future";

    private final RowsInMemory rows = new RowsInMemory(FIRST);
    private final List<Message> log = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private boolean mended;

    RowsInMemory rows() {
        return rows;
    }

    List<Message> log() {
        return log;
    }

    /** The types that were stepped over. */
    List<String> unknown() {
        return unknown;
    }

    void mend() {
        mended = true;
    }

    void say(UUID subject, long version, String data) {
        log.add(message(log.size(), subject, version, data));
    }

    void renumber() {
        for (int offset = 0; offset < log.size(); offset++) {
            var message = log.get(offset);
            log.set(offset, new Message(FIRST, offset, message.key(), message.headers(), message.data()));
        }
    }

    static Message message(long offset, UUID subject, long version, String data) {
        var headers = new HashMap<String, String>();
        headers.put("ce_id", new UUID(version, offset).toString());
        headers.put("ce_source", "/lodestone/bells");
        headers.put("ce_type", "rung");
        headers.put("ce_subject", subject.toString());
        headers.put("ce_version", "" + version);
        headers.put("ce_time", "2026-03-01T12:00:00Z");
        headers.put("ce_actor", "carl");
        return new Message(FIRST, offset, subject.toString(), headers, data.getBytes(UTF_8));
    }

    /** Hears the log from the stored offset on. */
    void hearAll() {
        var machine = new FeedMachine<>(rows, this, log.subList((int) rows.offset(FIRST), log.size()));
        while (machine.hasMore()) {
            unknown.addAll(machine.step().unknown());
        }
    }

    /** Goes on with what is parked of {@link #BELL}; gives how many were taken in. */
    long redrive() {
        var redrive = new Redrive<>(rows, this, KEY);
        while (redrive.hasMore()) {
            redrive.step();
        }
        return redrive.applied();
    }

    /** Version, hold and cause of what is parked. */
    List<String> holds() {
        return rows.allParked().stream()
                .map(parking ->
                        (parking.envelope() == null ? "-" : parking.envelope().version()) + " " + parking.hold() + ": "
                                + parking.cause())
                .toList();
    }

    @Override
    public String topic() {
        return "bells";
    }

    @Override
    public Optional<String> read(Envelope envelope) {
        var text = new String(envelope.data(), UTF_8);
        if (text.equals(NOT_READABLE)) {
            throw new NotAFact(text);
        }
        return text.equals(OF_THE_FUTURE) ? Optional.empty() : Optional.of(text);
    }

    @Override
    public void on(List<String> heard) {
        heard.forEach(rows::write);
        if (heard.contains(TOO_LOUD) && !mended) {
            throw new IllegalStateException(TOO_LOUD);
        }
    }
}
