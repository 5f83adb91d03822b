package io.lodestone.chassis.feed;

import static io.lodestone.chassis.feed.SomeBells.FIRST;
import static io.lodestone.chassis.feed.SomeBells.NOT_READABLE;
import static io.lodestone.chassis.feed.SomeBells.OF_THE_FUTURE;
import static io.lodestone.chassis.feed.SomeBells.TOO_LOUD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lodestone.chassis.feed.FeedDatabase.Away;
import io.lodestone.chassis.feed.FeedRows.Hold;
import io.lodestone.chassis.feed.FeedRows.Parking;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedMachineTest {

    private final SomeBells bells = new SomeBells();
    private final RowsInMemory rows = bells.rows();
    private final List<Message> log = bells.log();
    private final UUID bell = SomeBells.BELL;
    private final UUID other = SomeBells.OTHER;

    @Test
    void factsAreHeardInTheirOrderAndTheOffsetMovesWithThem() {
        bells.say(bell, 1, "a");
        bells.say(other, 1, "b");
        bells.say(bell, 2, "c");

        bells.hearAll();

        assertThat(rows.effects()).containsExactly("a", "b", "c");
        assertThat(rows.offset(FIRST)).isEqualTo(3);
        assertThat(rows.transactions()).isEqualTo(1);
    }

    @Test
    void oneBadFactOfFiveHundredCostsTheOthersNothingAndFewTransactions() {
        IntStream.range(0, 499).forEach(i -> bells.say(new UUID(7, i), 1, "" + i));
        log.add(217, SomeBells.message(217, bell, 1, TOO_LOUD));
        bells.renumber();

        bells.hearAll();

        assertThat(rows.effects()).hasSize(499);
        assertThat(rows.allParked()).hasSize(1);
        assertThat(rows.allParked().getFirst().cause()).contains(TOO_LOUD);
        assertThat(rows.transactions()).isLessThanOrEqualTo(20);
    }

    @Test
    void whatCannotBeReadIsFoundBeforeTheEffect() {
        bells.say(other, 1, "a");
        bells.say(bell, 1, NOT_READABLE);
        bells.say(other, 2, "b");

        bells.hearAll();

        assertThat(rows.effects()).containsExactly("a", "b");
        assertThat(bells.holds()).containsExactly("1 BLOCKING: not readable");
        assertThat(rows.transactions()).isEqualTo(1);
    }

    @Test
    void laterFactsOfAKeyWaitBehindItsBadOneAndOthersFlow() {
        bells.say(bell, 1, TOO_LOUD);
        bells.say(bell, 2, "b");
        bells.hearAll();
        bells.say(other, 1, "c");
        bells.say(bell, 3, "d");

        bells.hearAll();

        assertThat(rows.effects()).containsExactly("c");
        assertThat(bells.holds())
                .containsExactly(
                        "1 BLOCKING: java.lang.IllegalStateException: too loud",
                        "2 WAITING: " + Admission.WAITS,
                        "3 WAITING: " + Admission.WAITS);
    }

    @Test
    void aGapIsNotSteppedOverSilently() {
        IntStream.rangeClosed(1, 3).forEach(version -> bells.say(bell, version, "" + version));
        bells.say(bell, 7, "7");
        bells.say(bell, 4, "4");
        bells.say(other, 2, "b");

        bells.hearAll();

        assertThat(rows.effects()).containsExactly("1", "2", "3");
        assertThat(bells.holds())
                .containsExactly(
                        "7 BLOCKING: version 7 came after 3: 4 to 6 are missing",
                        "4 WAITING: " + Admission.WAITS,
                        "2 BLOCKING: version 2 came first: 1 is missing");
    }

    @Test
    void aFactSentAgainIsSteppedOverAlsoWhileItsKeyIsHeld() {
        bells.say(bell, 1, "a");
        bells.say(bell, 2, TOO_LOUD);
        bells.say(bell, 1, "a");

        bells.hearAll();

        assertThat(rows.effects()).containsExactly("a");
        assertThat(rows.allParked()).hasSize(1);
    }

    @Test
    void aFactSentAgainWhileItWaitsIsParkedOnce() {
        bells.say(bell, 1, TOO_LOUD);
        bells.say(bell, 2, "b");
        bells.say(bell, 1, TOO_LOUD);
        bells.say(bell, 2, "b");

        bells.hearAll();

        assertThat(rows.allParked()).hasSize(2);
    }

    @Test
    void whatIsNoFactIsSetAsideAndTheGapRuleHoldsItsKey() {
        bells.say(bell, 1, "a");
        log.add(new Message(FIRST, log.size(), bell.toString(), Map.of(), null));
        bells.say(bell, 3, "c");

        bells.hearAll();

        assertThat(rows.allParked()).extracting(Parking::hold).containsExactly(Hold.ASIDE, Hold.BLOCKING);
        assertThat(rows.allParked().getLast().cause()).isEqualTo("version 3 came after 1: 2 is missing");
    }

    @Test
    void aFactUnderAnotherKeyIsNoFact() {
        var message = SomeBells.message(0, bell, 1, "a");
        log.add(new Message(FIRST, 0, other.toString(), message.headers(), message.data()));

        bells.hearAll();

        assertThat(rows.allParked()).extracting(Parking::hold).containsExactly(Hold.ASIDE);
    }

    @Test
    void aTypeOfTheFutureIsCountedAndCountsAsHeard() {
        bells.say(bell, 1, OF_THE_FUTURE);
        bells.say(bell, 2, "b");

        bells.hearAll();

        assertThat(rows.effects()).containsExactly("b");
        assertThat(bells.unknown()).containsExactly("rung");
    }

    @Test
    void aBatchThatIsNotNextIsFenced() {
        bells.say(bell, 1, "a");
        bells.say(bell, 2, "b");

        var late = new FeedMachine<>(rows, bells, log.subList(1, 2));

        assertThatExceptionOfType(Fenced.class).isThrownBy(late::step);
        assertThat(rows.effects()).isEmpty();
    }

    @Test
    void whatTwoHaveFetchedIsHeardOnce() {
        bells.say(bell, 1, "a");
        bells.say(bell, 2, "b");
        var one = new FeedMachine<>(rows, bells, log.subList(0, 1));
        var two = new FeedMachine<>(rows, bells, log);

        two.step();
        one.step();

        assertThat(rows.effects()).containsExactly("a", "b");
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsParked() {
        bells.say(bell, 1, "a");
        rows.goAway(true);
        var machine = new FeedMachine<>(rows, bells, log);
        assertThatExceptionOfType(Away.class).isThrownBy(machine::step);

        rows.goAway(false);
        bells.hearAll();

        assertThat(rows.effects()).containsExactly("a");
        assertThat(rows.allParked()).isEmpty();
    }
}
