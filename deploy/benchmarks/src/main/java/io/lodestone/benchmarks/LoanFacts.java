package io.lodestone.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Facts of loans as the deals service tells them, made from the committed examples: a proposal, approval, signature and
 * effectiveness, then disbursements and repayments in turn, every 25 days. The deals of one obligor have projects of
 * their own; half of the projects have two minerals or two segments. One fact in 500 is about an earlier day. Amounts are
 * such that every weight divides them, so that a counterpart needs no rule for remainders.
 */
final class LoanFacts {

    /** Facts of a deal, once it is told whole. */
    static final int VERSIONS = 100;

    static final String DEALS = "lodestone.deals";
    static final String PROJECTS = "lodestone.projects";

    private static final int PROJECT_COUNT = 200;
    private static final int LATE_EVERY = 500;
    private static final int LATE_DAYS = 60;
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int DAYS_BETWEEN = 25;
    private static final List<String> AGENCIES = List.of("DFC", "EXIM", "DOE", "EFA", "JBIC", "UKEF");
    private static final List<String> MINERALS =
            List.of("LITHIUM", "COPPER", "NICKEL", "COBALT", "GRAPHITE", "RARE_EARTHS", "TUNGSTEN", "ANTIMONY");
    static final List<String> COUNTRIES = List.of("CL", "BR", "CD", "ZM", "AU", "CA", "PK", "KZ", "NA", "US");
    private static final String NONE = "0.00";

    /** The facts of a deal, in the order in which they are told; the last two in turn. */
    private enum Kind {
        DEAL_PROPOSED,
        DEAL_APPROVED,
        DEAL_SIGNED,
        DEAL_EFFECTIVE,
        FUNDS_DISBURSED,
        REPAYMENT_RECEIVED;

        static Kind of(int version) {
            return version <= 4 ? values()[version - 1] : version % 2 == 1 ? FUNDS_DISBURSED : REPAYMENT_RECEIVED;
        }

        String title() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Kind, ObjectNode> bodies = new EnumMap<>(Kind.class);
    private final ObjectNode project;

    /** @param root the repository's folder */
    LoanFacts(Path root) throws IOException {
        for (var kind : Kind.values()) {
            bodies.put(kind, body(root, "deals/" + kind.title()));
        }
        project = body(root, "projects/project-registered");
    }

    private static ObjectNode body(Path root, String name) throws IOException {
        return (ObjectNode) JSON.readTree(
                        root.resolve("contracts/examples/" + name + ".v1.json").toFile())
                .required("data");
    }

    /** One fact of each project. */
    void eachProject(Consumer<ProducerRecord<String, byte[]>> producer) {
        for (int n = 0; n < PROJECT_COUNT; n++) {
            var segments = n % 4 == 3 ? weights("MINING", "REFINING") : weights("MINING");
            var minerals = n % 4 == 1 ? weights(mineral(n), mineral(n + 1)) : weights(mineral(n));
            project.put("effectiveOn", FIRST_DAY.toString())
                    .put("reference", "BENCH-" + n)
                    .put("country", COUNTRIES.get(n % COUNTRIES.size()));
            project.set("minerals", minerals);
            project.set("segments", segments);
            producer.accept(record(PROJECTS, projectId(n), 1, "project-registered", FIRST_DAY, n));
        }
    }

    /** Versions {@code from} to {@code until} of these deals, version by version. */
    void eachDeal(IntStream deals, int from, int until, Consumer<ProducerRecord<String, byte[]>> producer) {
        var numbers = deals.toArray();
        for (int version = from; version <= until; version++) {
            for (int deal : numbers) {
                producer.accept(fact(deal, version));
            }
        }
    }

    private ProducerRecord<String, byte[]> fact(int deal, int version) {
        var kind = Kind.of(version);
        var told = FIRST_DAY.plusDays((long) version * DAYS_BETWEEN);
        boolean late = version > 6 && (version * 31 + deal) % LATE_EVERY == 0;
        var agency = AGENCIES.get(deal % AGENCIES.size());
        var body = requireNonNull(bodies.get(kind));
        body.put("effectiveOn", (late ? told.minusDays(LATE_DAYS) : told).toString())
                .put("reference", "BENCH-" + deal)
                .put("agency", agency)
                .put("program", agency + " critical minerals")
                .put("projectId", projectId(deal / 5).toString())
                .put("packageId", new UUID(3, deal / 10).toString())
                .put("releaseClass", deal % 50 == 0 ? "RESTRICTED" : "PUBLIC");
        ((ObjectNode) body.required("obligor")).put("name", "Bench Mining " + deal / 5);
        figures((ObjectNode) body.required("figures"), deal, version).put("currency", deal % 10 == 0 ? "EUR" : "USD");
        return record(DEALS, new UUID(1, deal), version, kind.title(), told, deal);
    }

    private static ObjectNode figures(ObjectNode figures, int deal, int version) {
        long committed = (1_000 + deal % 100) * 100_000L;
        long disbursed = version <= 4 ? 0 : (version - 3) / 2 * 2_000L;
        long repaid = version <= 4 ? 0 : (version - 4) / 2 * 1_000L;
        return figures.put("pipeline", version == 1 ? amount(committed) : NONE)
                .put("authorizedUnsigned", version == 2 ? amount(committed) : NONE)
                .put("authorized", version >= 2 ? amount(committed) : NONE)
                .put("committed", version >= 3 ? amount(committed) : NONE)
                .put("undrawn", version >= 3 ? amount(committed - disbursed) : NONE)
                .put("disbursed", amount(disbursed))
                .put("repaid", amount(repaid))
                .put("outstanding", amount(disbursed - repaid));
    }

    private static String amount(long whole) {
        return whole + ".00";
    }

    private ProducerRecord<String, byte[]> record(
            String topic, UUID subject, int version, String type, LocalDate day, int number) {
        var service = topic.substring("lodestone.".length());
        try {
            var body = topic.equals(PROJECTS) ? project : requireNonNull(bodies.get(Kind.of(version)));
            var record = new ProducerRecord<>(topic, subject.toString(), JSON.writeValueAsBytes(body));
            header(record, "ce_specversion", "1.0");
            header(record, "ce_id", id(subject, version).toString());
            header(record, "ce_source", "/lodestone/" + service);
            header(record, "ce_type", "io.lodestone." + service + "." + type + ".v1");
            header(record, "ce_subject", subject.toString());
            header(record, "ce_time", day + "T14:%02d:%02d.482Z".formatted(number / 60 % 60, number % 60));
            header(record, "ce_dataschema", "urn:lodestone:schema:" + service + ":" + type + ".v1");
            header(record, "ce_version", Integer.toString(version));
            header(record, "ce_actor", "bench");
            header(record, "content-type", "application/json");
            return record;
        } catch (IOException e) {
            throw new IllegalStateException("an example cannot be written", e);
        }
    }

    /** Spread like those of the services: what keeps ids in a hash table finds them as fast. */
    private static UUID id(UUID subject, int version) {
        return UUID.nameUUIDFromBytes((subject + "/" + version).getBytes(UTF_8));
    }

    private static JsonNode weights(String... codes) {
        var weights = JSON.createArrayNode();
        var shares = codes.length == 1 ? List.of("100") : List.of("60", "40");
        for (int i = 0; i < codes.length; i++) {
            weights.addObject().put("code", codes[i]).put("weight", shares.get(i));
        }
        return weights;
    }

    private static String mineral(int n) {
        return MINERALS.get(n % MINERALS.size());
    }

    private static UUID projectId(int n) {
        return new UUID(2, n % PROJECT_COUNT);
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
