package io.lodestone.chassis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransientTest {

    @ParameterizedTest
    @CsvSource({
        "08006,true",
        "40P01,true",
        "40001,true",
        "57P01,true",
        "53300,true",
        "55P03,true",
        "23505,false",
        "22003,false",
        "42P01,false"
    })
    void sqlStatesThatPass(String state, boolean passes) {
        assertThat(Transient.causes(new IllegalStateException(new SQLException("refused", state))))
                .isEqualTo(passes);
    }

    @Test
    void aBugStays() {
        assertThat(Transient.causes(new NullPointerException())).isFalse();
    }
}
