package io.lodestone.chassis.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.chassis.feed.FeedDatabase.Away;
import io.lodestone.chassis.feed.FeedRows.Hold;
import io.lodestone.chassis.feed.FeedRows.Parking;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FeedMachineTest {

    private static final TopicPartition FIRST = new TopicPartition("bells", 0);

    private static final String TOO_LOUD = "too loud";
    private static final String NOT_READABLE = "not readable";
    private static final String OF_THE_FUTURE = "of the future";

    private final RowsInMemory rows = new RowsInMemory(FIRST);
    private final UUID bell = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private final UUID other = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private final List<Message> log = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    @Test
    void factsAreHeardInTheirOrderAndTheOffsetMovesWithThem() {
        say(bell, 1, "a");
        say(other, 1, "b");
        say(bell, 2, "c");

        hearAll();

        assertThat(rows.effects()).containsExactly("a", "b", "c");
        assertThat(rows.offset(FIRST)).isEqualTo(3);
        assertThat(rows.transactions()).isEqualTo(1);
    }

    @Test
    void oneBadFactOfFiveHundredCostsTheOthersNothingAndFewTransactions() {
        IntStream.range(0, 499).forEach(i -> say(new UUID(7, i), 1, "" + i));
        log.add(217, message(217, bell, 1, TOO_LOUD));
        renumber();

        hearAll();

        assertThat(rows.effects()).hasSize(499);
        assertThat(rows.parked()).hasSize(1);
        assertThat(rows.parked().getFirst().cause()).contains(TOO_LOUD);
        assertThat(rows.transactions()).isLessThanOrEqualTo(20);
    }

    @Test
    void whatCannotBeReadIsFoundBeforeTheEffect() {
        say(other, 1, "a");
        say(bell, 1, NOT_READABLE);
        say(other, 2, "b");

        hearAll();

        assertThat(rows.effects()).containsExactly("a", "b");
        assertThat(holds()).containsExactly("1 BLOCKING: not readable");
        assertThat(rows.transactions()).isEqualTo(1);
    }

    @Test
    void laterFactsOfAKeyWaitBehindItsBadOneAndOthersFlow() {
        say(bell, 1, TOO_LOUD);
        say(bell, 2, "b");
        hearAll();
        say(other, 1, "c");
        say(bell, 3, "d");

        hearAll();

        assertThat(rows.effects()).containsExactly("c");
        assertThat(holds())
                .containsExactly(
                        "1 BLOCKING: java.lang.IllegalStateException: too loud",
                        "2 WAITING: " + Admission.WAITS,
                        "3 WAITING: " + Admission.WAITS);
    }

    @Test
    void aGapIsNotSteppedOverSilently() {
        IntStream.rangeClosed(1, 3).forEach(version -> say(bell, version, "" + version));
        say(bell, 7, "7");
        say(bell, 4, "4");
        say(other, 2, "b");

        hearAll();

        assertThat(rows.effects()).containsExactly("1", "2", "3");
        assertThat(holds())
                .containsExactly(
                        "7 BLOCKING: version 7 came after 3: 4 to 6 are missing",
                        "4 WAITING: " + Admission.WAITS,
                        "2 BLOCKING: version 2 came first: 1 is missing");
    }

    @Test
    void aFactSentAgainIsSteppedOverAlsoWhileItsKeyIsHeld() {
        say(bell, 1, "a");
        say(bell, 2, TOO_LOUD);
        say(bell, 1, "a");

        hearAll();

        assertThat(rows.effects()).containsExactly("a");
        assertThat(rows.parked()).hasSize(1);
    }

    @Test
    void whatIsNoFactIsSetAsideAndTheGapRuleHoldsItsKey() {
        say(bell, 1, "a");
        log.add(new Message(FIRST, log.size(), bell.toString(), Map.of(), null));
        say(bell, 3, "c");

        hearAll();

        assertThat(rows.parked()).extracting(Parking::hold).containsExactly(Hold.ASIDE, Hold.BLOCKING);
        assertThat(rows.parked().getLast().cause()).isEqualTo("version 3 came after 1: 2 is missing");
    }

    @Test
    void aFactUnderAnotherKeyIsNoFact() {
        var message = message(0, bell, 1, "a");
        log.add(new Message(FIRST, 0, other.toString(), message.headers(), message.data()));

        hearAll();

        assertThat(rows.parked()).extracting(Parking::hold).containsExactly(Hold.ASIDE);
    }

    @Test
    void aTypeOfTheFutureIsCountedAndCountsAsHeard() {
        say(bell, 1, OF_THE_FUTURE);
        say(bell, 2, "b");

        hearAll();

        assertThat(rows.effects()).containsExactly("b");
        assertThat(unknown).containsExactly("rung");
    }

    @Test
    void aBatchThatIsNotNextIsFenced() {
        say(bell, 1, "a");
        say(bell, 2, "b");

        var late = new FeedMachine<>(rows, new Bells(), log.subList(1, 2));

        assertThatExceptionOfType(Fenced.class).isThrownBy(late::step);
        assertThat(rows.effects()).isEmpty();
    }

    @Test
    void whatTwoHaveFetchedIsHeardOnce() {
        say(bell, 1, "a");
        say(bell, 2, "b");
        var one = new FeedMachine<>(rows, new Bells(), log.subList(0, 1));
        var two = new FeedMachine<>(rows, new Bells(), log);

        two.step();
        one.step();

        assertThat(rows.effects()).containsExactly("a", "b");
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsParked() {
        say(bell, 1, "a");
        rows.goAway(true);
        var machine = new FeedMachine<>(rows, new Bells(), log);
        assertThatExceptionOfType(Away.class).isThrownBy(machine::step);

        rows.goAway(false);
        hearAll();

        assertThat(rows.effects()).containsExactly("a");
        assertThat(rows.parked()).isEmpty();
    }

    private void say(UUID subject, long version, String data) {
        log.add(message(log.size(), subject, version, data));
    }

    private void renumber() {
        for (int offset = 0; offset < log.size(); offset++) {
            var message = log.get(offset);
            log.set(offset, new Message(FIRST, offset, message.key(), message.headers(), message.data()));
        }
    }

    private static Message message(long offset, UUID subject, long version, String data) {
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
    private void hearAll() {
        var machine = new FeedMachine<>(rows, new Bells(), log.subList((int) rows.offset(FIRST), log.size()));
        while (machine.hasMore()) {
            unknown.addAll(machine.step().unknown());
        }
    }

    private List<String> holds() {
        return rows.parked().stream()
                .map(parking ->
                        (parking.envelope() == null ? "-" : parking.envelope().version()) + " " + parking.hold() + ": "
                                + parking.cause())
                .toList();
    }

    private final class Bells implements Hearing<String> {

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
            if (heard.contains(TOO_LOUD)) {
                throw new IllegalStateException(TOO_LOUD);
            }
        }
    }
}
