package io.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.contracts.Fields.Field;
import io.lodestone.contracts.PublishedLanguage.Fact;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code catalogue.html} as committed shows every fact, field and code, and nothing that is not there. */
class CataloguePageTest {

    private static final Path FILE = PublishedLanguage.HOME.resolve("catalogue.html");

    static Stream<Fact> facts() {
        return PublishedLanguage.facts();
    }

    @BeforeAll
    static void writeWhenAsked() throws IOException {
        Committed.writeAllWhenAsked();
    }

    @Test
    void theCommittedPageIsTheRecords() throws IOException {
        Committed.isInStep(FILE, CataloguePage.page());
    }

    @Test
    void itHasASectionForEachFactAndNoOther() throws IOException {
        assertThat(all("<h3 id=\"(io\\.lodestone\\.[^\"]+)\">"))
                .containsExactlyInAnyOrderElementsOf(facts().map(Fact::type).toList());
    }

    @Test
    void itShowsEachCodeAndNoOther() throws IOException {
        var codes = Stream.of(Mineral.values(), Segment.values(), Agency.values(), Instrument.values())
                .flatMap(Stream::of)
                .map(Enum::name)
                .toList();
        var page = Files.readString(FILE);
        var shown = Pattern.compile("<th scope=\"row\"><code>([A-Z_]+)</code></th>")
                .matcher(page.substring(page.indexOf("<h2 id=\"codes\">")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(shown).isEqualTo(codes);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        var ids = all(" id=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates();
        for (var target : all(" href=\"([^\"]+)\"")) {
            if (target.startsWith("#")) {
                assertThat(ids).contains(target.substring(1));
            } else {
                assertThat(PublishedLanguage.HOME.resolve(target)).exists();
            }
        }
    }

    /** No script, and nothing fetched from anywhere. */
    @Test
    void itNeedsNothingBesideIt() throws IOException {
        assertThat(Files.readString(FILE)).doesNotContain("<script", "src=", "<link", "@import", "url(", "href=\"http");
    }

    @ParameterizedTest
    @MethodSource("facts")
    void itSaysWhatEachFieldOfItMeans(Fact fact) throws IOException {
        var schema = PublishedLanguage.JSON.readTree(fact.schema().toFile());
        assertThat(Fields.of(fact, schema)).isNotEmpty().allSatisfy(field -> assertThat(field.meaning())
                .as(field.path())
                .isNotBlank());
        var section = section(fact);
        assertThat(Pattern.compile("<th scope=\"row\"><code>([^<]+)</code></th>")
                        .matcher(section)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyElementsOf(
                        Fields.of(fact, schema).stream().map(Field::path).toList());
        assertThat(section).contains(Html.text(Files.readString(fact.example())));
    }

    @Test
    void theGlossaryHasNoWordThatNoFactUses() throws IOException {
        var used = new HashSet<String>();
        for (var fact : facts().toList()) {
            var schema = PublishedLanguage.JSON.readTree(fact.schema().toFile());
            for (var field : Fields.of(fact, schema)) {
                used.add(field.meaning());
            }
        }
        assertThat(Fields.glossary().entrySet()).allSatisfy(word -> assertThat(used)
                .as(word.getKey().toString())
                .contains(word.getValue().toString()));
    }

    private static String section(Fact fact) throws IOException {
        var page = Files.readString(FILE);
        int start = page.indexOf("<h3 id=\"" + fact.type() + "\">");
        return page.substring(start, page.indexOf("</section>", start));
    }

    private static List<String> all(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(FILE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
