package io.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a partner may expect of the five OpenAPI documents. */
class HttpDocumentsTest {

    private static final String NOT_SHOWN = "OpenAPI documents";

    static List<HttpDocument> documents() {
        return HttpDocument.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everythingHasItsWordsItsExamplesAndItsProblems(HttpDocument document) throws IOException {
        assertThat(new HttpLint(document, documentedProblems()).complaints())
                .as(
                        "add to services/%s/src/main/resources/openapi/words.yaml (or <tag>.yaml beside it), then write"
                                + " the document with the command in contracts/README.md",
                        document.service())
                .isEmpty();
    }

    @Test
    void noTwoOperationsHaveOneId() {
        var ids = documents().stream()
                .flatMap(HttpDocument::operations)
                .filter(operation -> !operation.isOfEveryService())
                .map(operation -> operation.node().path("operationId").asText());

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void everyProblemIsAnsweredBySomeOperation() throws IOException {
        var shown = documents().stream()
                .flatMap(document -> HttpLint.shown(document).stream())
                .collect(Collectors.toSet());
        var problems = documentedProblems();
        problems.values().removeIf(words -> words.contains(NOT_SHOWN));

        assertThat(shown)
                .as(
                        "name it under problems of an operation, or say in docs/problems.md why it is not in the %s",
                        NOT_SHOWN)
                .containsAll(problems.keySet());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theDocumentStandsForItself(HttpDocument document) {
        assertThat(document.root().path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.root().has("servers")).as("no host").isFalse();
        assertThat(document.refs()).allSatisfy(ref -> assertThat(
                        document.root().at(ref.substring(1)).isMissingNode())
                .as(ref)
                .isFalse());
    }

    /** Slug to what docs/problems.md says of it, which begins with the status. */
    private static Map<String, String> documentedProblems() throws IOException {
        var problems = new TreeMap<String, String>();
        var page = Files.readString(PublishedLanguage.HOME.resolve("../docs/problems.md"));
        for (var section : page.split("(?m)^### ")) {
            var parts = section.split("\\n", 2);
            problems.put(parts[0], parts.length == 1 ? "" : parts[1].split("(?m)^## ")[0].replaceAll("\\s+", " "));
        }
        problems.keySet().removeIf(slug -> !slug.matches("[a-z-]+"));
        return problems;
    }
}
