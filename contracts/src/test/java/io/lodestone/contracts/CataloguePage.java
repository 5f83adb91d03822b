package io.lodestone.contracts;

import io.lodestone.contracts.Fields.Field;
import io.lodestone.contracts.PublishedLanguage.Fact;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/** {@code catalogue.html}: every fact and every code on one page that needs nothing beside it. */
final class CataloguePage {

    private final StringBuilder page = new StringBuilder();

    private CataloguePage() {}

    static String page() throws IOException {
        var made = new CataloguePage();
        made.head();
        made.contents();
        made.page
                .append("<main id=\"main\">\n<h1>Lodestone facts</h1>\n<p>")
                .append(PublishedLanguage.facts().count())
                .append(" kinds of facts on ")
                .append(PublishedLanguage.topics().size())
                .append(" Kafka topics, and the codes that they carry. For machines: ")
                .append(Html.link("asyncapi.yaml", "AsyncAPI 3.0"))
                .append(", ")
                .append(Html.link("catalogue.json", "codes as JSON"))
                .append(", and a JSON Schema (2020-12) with each fact.</p>\n");
        made.envelope();
        for (var topic : PublishedLanguage.topics()) {
            made.topic(topic);
        }
        made.codes();
        made.page.append("</main>\n</body>\n</html>\n");
        return made.page.toString();
    }

    private void head() throws IOException {
        page.append("""
                <!DOCTYPE html>
                <!-- Generated from the records by: mvn -pl contracts test -Dlodestone.write=true -->
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Lodestone facts</title>
                <style>
                """)
                .append(Files.readString(PublishedLanguage.HOME.resolve("src/test/resources/catalogue.css")))
                .append("""
                </style>
                </head>
                <body>
                """);
    }

    private void contents() {
        page.append("<nav aria-label=\"Contents\">\n<a class=\"skip\" href=\"#main\">Skip the contents</a>\n");
        page.append("<h2>All facts</h2>\n<ul><li><a href=\"#envelope\">The envelope</a></li></ul>\n");
        for (var topic : PublishedLanguage.topics()) {
            page.append("<h2>")
                    .append(Html.link("#" + topic.name(), Html.text(topic.name())))
                    .append("</h2>\n<ul>\n");
            for (var fact : PublishedLanguage.factsOf(topic)) {
                page.append("<li>")
                        .append(Html.link(
                                "#" + fact.type(), Html.text(fact.path().replaceFirst(".*/", ""))))
                        .append("</li>\n");
            }
            page.append("</ul>\n");
        }
        page.append("<h2>Codes</h2>\n<ul>\n");
        for (var codes : List.of("Minerals", "Segments", "Agencies", "Instruments")) {
            page.append("<li>").append(Html.link("#" + id(codes), codes)).append("</li>\n");
        }
        page.append("</ul>\n</nav>\n");
    }

    private void envelope() {
        page.append("<h2 id=\"envelope\">The envelope</h2>\n<p>")
                .append(Html.words(
                        "CloudEvents 1.0 in Kafka's binary mode: these headers on every record, the data as JSON "
                                + "in its value, the subject as its key. 6 partitions, kept for ever. A fact may arrive more than "
                                + "once; `ce_id` tells. A reader ignores fields and types that it does not know."))
                .append("</p>\n")
                .append(Html.table(
                        "Headers, each always there, as text",
                        List.of("Header", "Meaning"),
                        Arrays.stream(Header.values())
                                .map(header -> List.of(Html.code(header.title()), Html.text(header.meaning())))
                                .toList()));
    }

    private void topic(Topic<? extends Event> topic) throws IOException {
        var facts = PublishedLanguage.factsOf(topic);
        page.append("<h2 id=\"")
                .append(topic.name())
                .append("\">Topic ")
                .append(Html.code(topic.name()))
                .append("</h2>\n<p>")
                .append(Html.words(Docs.of(facts.getFirst().family())))
                .append(" Source ")
                .append(Html.code(topic.source()))
                .append(".</p>\n");
        for (var fact : facts) {
            fact(fact);
        }
    }

    private void fact(Fact fact) throws IOException {
        var schema = new Schemas().of(fact);
        page.append("<section aria-labelledby=\"")
                .append(fact.type())
                .append("\">\n<h3 id=\"")
                .append(fact.type())
                .append("\">")
                .append(Html.text(Docs.title(fact.record())))
                .append("</h3>\n<p>")
                .append(Html.code(fact.type()))
                .append("</p>\n<p>")
                .append(Html.words(Docs.of(fact.record())))
                .append("</p>\n")
                .append(Html.table(
                        "Data of " + fact.type(),
                        List.of("Field", "Type and unit", "Always there", "Meaning"),
                        Fields.of(fact, schema).stream().map(CataloguePage::row).toList()))
                .append("<p>")
                .append(Html.link("events/" + fact.path() + ".schema.json", "JSON Schema"))
                .append("</p>\n")
                .append("<details><summary>A complete CloudEvent</summary>\n<pre tabindex=\"0\"><code>")
                .append(Html.text(Committed.pretty(Samples.cloudEvent(fact))))
                .append("</code></pre></details>\n</section>\n");
    }

    private static List<String> row(Field field) {
        return List.of(
                Html.code(field.path()),
                Html.text(field.type()),
                field.required() ? "yes" : "<span class=\"faint\">no</span>",
                Html.words(field.meaning()));
    }

    private void codes() {
        page.append(
                "<h2 id=\"codes\">Codes</h2>\n<p>Codes are text in the data: new ones may come at any time, and a reader "
                        + "keeps a code that it does not know.</p>\n");
        codes(
                "Minerals",
                Mineral.class,
                List.of("Code", "On the 2025 list of critical minerals"),
                Arrays.stream(Mineral.values())
                        .map(code -> List.of(Html.code(code.name()), code.critical() ? "yes" : "no"))
                        .toList());
        codes(
                "Segments",
                Segment.class,
                List.of("Code"),
                Arrays.stream(Segment.values())
                        .map(code -> List.of(Html.code(code.name())))
                        .toList());
        codes(
                "Agencies",
                Agency.class,
                List.of("Code", "Name", "Kind"),
                Arrays.stream(Agency.values())
                        .map(code -> List.of(
                                Html.code(code.name()),
                                Html.text(code.title()),
                                Html.code(code.kind().name())))
                        .toList());
        codes(
                "Instruments",
                Instrument.class,
                List.of("Code", "Exposure rule"),
                Arrays.stream(Instrument.values())
                        .map(code -> List.of(
                                Html.code(code.name()),
                                Html.code(code.exposureRule().name())))
                        .toList());
    }

    private void codes(String title, Class<?> type, List<String> heads, List<List<String>> rows) {
        page.append("<h3 id=\"")
                .append(id(title))
                .append("\">")
                .append(title)
                .append("</h3>\n<p>")
                .append(Html.words(Docs.of(type)))
                .append("</p>\n")
                .append(Html.table(title, heads, rows));
    }

    private static String id(String title) {
        return title.toLowerCase(java.util.Locale.ROOT);
    }
}
