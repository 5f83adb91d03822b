package io.lodestone.chassis.feed;

import static io.lodestone.chassis.feed.SomeBells.BELL;
import static io.lodestone.chassis.feed.SomeBells.KEY;
import static io.lodestone.chassis.feed.SomeBells.NOT_READABLE;
import static io.lodestone.chassis.feed.SomeBells.TOO_LOUD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RedriveTest {

    private final SomeBells bells = new SomeBells();

    @Test
    void afterAFixAllOfTheKeyIsTakenInInVersionOrder() {
        bells.say(BELL, 1, TOO_LOUD);
        LongStream.rangeClosed(2, 200).forEach(version -> bells.say(BELL, version, "" + version));
        bells.hearAll();
        bells.mend();

        assertThat(bells.redrive()).isEqualTo(200);

        assertThat(bells.rows().effects())
                .hasSize(200)
                .startsWith(TOO_LOUD, "2", "3")
                .endsWith("199", "200");
        assertThat(bells.rows().allParked()).isEmpty();
    }

    @Test
    void itStopsAtTheNextFailureWhichHoldsTheKeyThen() {
        bells.say(BELL, 1, "a");
        bells.say(BELL, 3, "c");
        LongStream.rangeClosed(4, 60).forEach(version -> bells.say(BELL, version, "" + version));
        bells.say(BELL, 61, TOO_LOUD);
        bells.say(BELL, 62, "z");
        bells.say(BELL, 2, "b");
        bells.hearAll();

        assertThat(bells.redrive()).isEqualTo(59);

        assertThat(bells.rows().effects()).hasSize(60).endsWith("60");
        assertThat(bells.holds())
                .containsExactly(
                        "61 BLOCKING: java.lang.IllegalStateException: too loud", "62 WAITING: " + Admission.WAITS);
    }

    @Test
    void whatCannotBeReadStopsItBeforeTheEffect() {
        bells.say(BELL, 1, TOO_LOUD);
        bells.say(BELL, 2, NOT_READABLE);
        bells.hearAll();
        bells.mend();

        assertThat(bells.redrive()).isEqualTo(1);

        assertThat(bells.holds()).containsExactly("2 BLOCKING: not readable");
    }

    @Test
    void withoutAFixNothingMoves() {
        bells.say(BELL, 1, TOO_LOUD);
        bells.say(BELL, 2, "b");
        bells.hearAll();
        var before = bells.holds();

        assertThat(bells.redrive()).isZero();

        assertThat(bells.holds()).isEqualTo(before);
        assertThat(bells.rows().effects()).isEmpty();
    }

    @Test
    void aGapThatIsStillThereHoldsTheKeyUnderTheLowestVersion() {
        bells.say(BELL, 7, "g");
        bells.say(BELL, 5, "e");
        bells.hearAll();

        bells.redrive();

        assertThat(bells.holds())
                .containsExactly(
                        "7 WAITING: " + Admission.WAITS, "5 BLOCKING: version 5 came first: 1 to 4 are missing");
    }

    @Test
    void whatComesBetweenTwoOfItsTransactionsWaitsAndIsTakenIn() {
        bells.say(BELL, 1, TOO_LOUD);
        LongStream.rangeClosed(2, 120).forEach(version -> bells.say(BELL, version, "" + version));
        bells.hearAll();
        bells.mend();
        var redrive = new Redrive<>(bells.rows(), bells, KEY);
        redrive.step();
        bells.say(BELL, 121, "121");

        bells.hearAll();
        while (redrive.hasMore()) {
            redrive.step();
        }

        assertThat(bells.rows().effects()).hasSize(121).endsWith("120", "121");
        assertThat(bells.rows().allParked()).isEmpty();
    }
}
