package io.lodestone.stories;

import io.lodestone.local.Service;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the stories register and propose. */
final class Loans {

    private Loans() {}

    static Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    /** A copper and gold mine whose weights do not divide well; gives its id. */
    static String mine(Lodestone lodestone) {
        return lodestone
                .person("rosa", "", "project-registrar")
                .create(Service.PROJECTS, "/v1/projects", sheet())
                .getString("id");
    }

    /** What {@link #mine} registers. */
    static Map<String, Object> sheet() {
        return Map.of(
                "reference",
                "STORY-" + UUID.randomUUID(),
                "name",
                "A mine",
                "country",
                "PK",
                "minerals",
                List.of(Map.of("mineral", "COPPER", "weight", "66.67"), Map.of("mineral", "GOLD", "weight", "33.33")),
                "segments",
                List.of(
                        Map.of("segment", "MINING", "weight", "70.1"),
                        Map.of("segment", "PROCESSING", "weight", "29.9")),
                "capex",
                money("2000000000.00"),
                "stage",
                "FINANCING");
    }

    /** A loan of EXIM at the stage of a letter of interest, not proposed yet. */
    static Map<String, Object> loan(String project, String headline) {
        return Map.of(
                "reference", "STORY-" + UUID.randomUUID(),
                "agency", "EXIM",
                "program", "Make More in America",
                "instrument", "DIRECT_LOAN",
                "title", "A loan for a mine",
                "projectId", project,
                "obligor", Map.of("name", "Mining Company", "country", "PK"),
                "headline", money(headline),
                "enterAs", "LETTER_OF_INTEREST");
    }
}
