package io.lodestone.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "W/\"5\"", "*", " \"5\" "})
    void theVersionThatWasReadMatches(String header) {
        assertThatCode(() -> IfMatch.valueOf(header).check(5)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"'',428,if-match-missing", "'\"4\"',412,stale", "5,412,stale", "nonsense,412,stale"})
    void anotherVersionIsRefused(String header, int status, String slug) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> IfMatch.valueOf(header).check(5))
                .satisfies(refused -> {
                    assertThat(refused.problem().status()).isEqualTo(status);
                    assertThat(refused.problem().slug()).isEqualTo(slug);
                });
    }

    @Test
    void aPageSaysWhereTheNextOneBegins() {
        var ids = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));
        var request = new PageRequest();
        request.limit = "2";
        var page = Page.of(ids, request, id -> id);
        assertThat(page.items()).containsExactly(ids.get(0), ids.get(1));
        var next = new PageRequest();
        next.after = page.next();
        assertThat(next.after()).contains(ids.get(1));
        assertThat(Page.of(ids.subList(0, 2), request, id -> id).next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "ten", ""})
    void aPageHasOneToFiveHundredItems(String limit) {
        var request = new PageRequest();
        request.limit = limit;
        assertThatExceptionOfType(ProblemException.class).isThrownBy(request::limit);
    }

    @Test
    void aCursorThatWeDidNotMakeIsRefused() {
        var request = new PageRequest();
        request.after = "nonsense";
        assertThatExceptionOfType(ProblemException.class).isThrownBy(request::after);
    }

    @Test
    void whoMaySeeWhat() {
        var officer = new Sight(List.of("PUBLIC", "PARTNER"), "DFC");
        assertThat(officer.mayRead("RESTRICTED", "DFC")).isTrue();
        assertThat(officer.mayRead("RESTRICTED", "EXIM")).isFalse();
        assertThat(officer.mayRead("PARTNER", "EXIM")).isTrue();
        assertThat(new Sight(List.of("PUBLIC", "PARTNER"), null).mayRead("RESTRICTED", null))
                .isFalse();
    }
}
