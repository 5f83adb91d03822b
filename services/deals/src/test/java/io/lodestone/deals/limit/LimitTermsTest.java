package io.lodestone.deals.limit;

import static io.lodestone.deals.limit.SomeLimits.LADDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.Share;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTermsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Big Limit", "big_limit", "-big", "big--limit", ""})
    void aKeyIsWordsWithDashes(String key) {
        assertThat(refusal(key, LADDER).component()).isEqualTo("key");
    }

    @Test
    void aRungIsNamedOnceAndAtLeastOneIs() {
        assertThat(refusal("a", List.of()).component()).isEqualTo("rungs");
        assertThat(refusal("a", List.of(Rung.UNDRAWN, Rung.UNDRAWN)).component())
                .isEqualTo("rungs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "90 80", "80 80"})
    void warningsRiseBetweenNothingAndAll(String levels) {
        var warnAt = Arrays.stream(levels.split(" ")).map(Share::of).toList();
        assertThat(refusal("a", LADDER, warnAt).component()).isEqualTo("warnAt");
    }

    private static InvalidValue refusal(String key, List<Rung> rungs) {
        return refusal(key, rungs, List.of());
    }

    private static InvalidValue refusal(String key, List<Rung> rungs, List<Share> warnAt) {
        return catchThrowableOfType(InvalidValue.class, () -> SomeLimits.terms(key, Scope.ALL, null, rungs, warnAt));
    }
}
