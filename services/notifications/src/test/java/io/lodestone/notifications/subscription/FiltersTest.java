package io.lodestone.notifications.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lodestone.contracts.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

    private static final String APPROVED = "io.lodestone.deals.deal-approved.v1";

    private static final Map<String, String> EVENT = Map.of(
            "type",
            APPROVED,
            "source",
            "/lodestone/deals",
            "subject",
            "019a5c10-7c00-7d3e-8a51-3f0c2b9d4e01",
            "version",
            "4");

    @Test
    void noFiltersLetEverythingThrough() {
        assertThat(matches()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "exact, type, io.lodestone.deals.deal-approved.v1, true",
        "exact, type, io.lodestone.deals.deal-approved, false",
        "exact, type, IO.LODESTONE.DEALS.DEAL-APPROVED.V1, false",
        "exact, version, 4, true",
        "exact, traceparent, 00-1, false",
        "prefix, type, io.lodestone.deals., true",
        "prefix, type, lodestone, false",
        "prefix, source, /lodestone/, true",
        "prefix, traceparent, 00, false",
        "suffix, type, .v1, true",
        "suffix, type, .v2, false",
        "suffix, traceparent, 00, false"
    })
    void aDialectComparesAnAttribute(String dialect, String attribute, String value, boolean expected) {
        assertThat(matches(Map.of(dialect, Map.of(attribute, value)))).isEqualTo(expected);
    }

    @Test
    void everyAttributeOfADialectMustMatch() {
        assertThat(matches(Map.of("prefix", Map.of("type", "io.lodestone.", "source", "/lodestone/deals"))))
                .isTrue();
        assertThat(matches(Map.of("exact", Map.of("type", APPROVED, "source", "/lodestone/projects"))))
                .isFalse();
        assertThat(matches(Map.of("suffix", Map.of("type", ".v1", "version", "5"))))
                .isFalse();
    }

    @Test
    void everyFilterOfTheListMustMatch() {
        assertThat(matches(version("4"), Map.of("suffix", Map.of("type", ".v1"))))
                .isTrue();
        assertThat(matches(version("4"), version("5"))).isFalse();
    }

    @Test
    void allAnyAndNotCombineFilters() {
        assertThat(matches(Map.of("all", List.of(version("4"), version("5"))))).isFalse();
        assertThat(matches(Map.of("any", List.of(version("4"), version("5"))))).isTrue();
        assertThat(matches(Map.of("any", List.of(version("5"), version("6"))))).isFalse();
        assertThat(matches(Map.of("not", version("5")))).isTrue();
        assertThat(matches(Map.of("not", Map.of("any", List.of(version("4"), version("5"))))))
                .isFalse();
    }

    @Test
    void sqlComesLater() {
        assertThat(refusal(Map.of("sql", "type = 'x'"))).satisfies(refused -> {
            assertThat(refused.component()).isEqualTo("filters[0].sql");
            assertThat(refused).hasMessageContaining("later");
        });
    }

    @Test
    void anUnknownDialectIsNamed() {
        assertThat(refusal(version("4"), Map.of("regex", Map.of("type", ".*"))).component())
                .isEqualTo("filters[1].regex");
    }

    @Test
    void anUnknownAttributeIsNamed() {
        assertThat(refusal(Map.of("not", Map.of("exact", Map.of("colour", "red"))))
                        .component())
                .isEqualTo("filters[0].not.exact.colour");
    }

    @Test
    void anEmptyOrWrongValueIsNamed() {
        assertThat(refusal(Map.of("exact", Map.of("type", ""))).component()).isEqualTo("filters[0].exact.type");
        assertThat(refusal(Map.of("exact", Map.of("version", 4))).component()).isEqualTo("filters[0].exact.version");
        assertThat(refusal(Map.of("exact", Map.of())).component()).isEqualTo("filters[0].exact");
        assertThat(refusal(Map.of("any", List.of())).component()).isEqualTo("filters[0].any");
        assertThat(refusal(Map.of("all", List.of("type"))).component()).isEqualTo("filters[0].all[0]");
        assertThat(refusal(Map.of("exact", Map.of("type", "x"), "prefix", Map.of("type", "y")))
                        .component())
                .isEqualTo("filters[0]");
    }

    @Test
    void nestingAndNumberAreBounded() {
        Map<String, Object> deep = version("4");
        for (int i = 0; i < 8; i++) {
            deep = Map.of("not", deep);
        }
        assertThat(refusal(deep).component()).contains("not.not");
        var many = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 101; i++) {
            many.add(version("4"));
        }
        var refused = catchThrowableOfType(InvalidValue.class, () -> new Filters(many));
        assertThat(refused.component()).isEqualTo("filters[100]");
    }

    private static Map<String, Object> version(String version) {
        return Map.of("exact", Map.of("version", version));
    }

    @SafeVarargs
    private static boolean matches(Map<String, Object>... filters) {
        return new Filters(List.of(filters)).filter().matches(EVENT);
    }

    @SafeVarargs
    private static InvalidValue refusal(Map<String, Object>... filters) {
        return catchThrowableOfType(InvalidValue.class, () -> new Filters(List.of(filters)));
    }
}
