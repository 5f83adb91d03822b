package io.lodestone.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.contracts.PublishedLanguage.Fact;
import io.lodestone.contracts.deals.DealCondition;
import io.lodestone.contracts.deals.DealProfile;
import io.lodestone.contracts.deals.Terms;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.contracts.projects.ProjectEvent.FundingPosition;
import io.lodestone.contracts.projects.ProjectProfile;
import io.lodestone.contracts.projects.Weight;
import io.lodestone.contracts.stockpiles.Material;
import io.lodestone.contracts.stockpiles.StockpileProfile;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One complete and plausible instance of every fact, every optional field filled. */
final class Samples {

    private static final UUID SUBJECT = UUID.fromString("019a5c10-7c00-7d3e-8a51-3f0c2b9d4e01");
    private static final UUID PROJECT = UUID.fromString("019a5c0f-1a00-7b11-9c44-6e2d1f8a7b02");
    private static final UUID OTHER = UUID.fromString("019a5c11-2b00-7c22-8d55-7f3e2a9b8c03");
    private static final LocalDate DAY = LocalDate.parse("2025-08-15");

    private static final Map<String, LocalDate> DAYS = Map.of(
            "expiresOn", LocalDate.parse("2026-08-15"),
            "cureBy", LocalDate.parse("2025-09-14"),
            "previousCureBy", LocalDate.parse("2025-08-31"),
            "until", LocalDate.parse("2026-02-15"),
            "validFrom", LocalDate.parse("2025-01-01"),
            "validTo", LocalDate.parse("2027-12-31"));

    private static final Set<String> FIRST = Set.of(
            "DealProposed",
            "OfftakeProposed",
            "ProjectRegistered",
            "StockpileOpened",
            "LimitSet",
            "ExposureBreakDetected",
            "ReadModelSwapped");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("enteredAs", "LETTER_OF_INTEREST"),
            Map.entry("decidedBy", "DFC Board of Directors"),
            Map.entry("note", "unanimous"),
            Map.entry("reason", "agreed by both sides"),
            Map.entry("key", "env-permit"),
            Map.entry("evidence", "record of decision of 2025-05-19"),
            Map.entry("tranche", "1"),
            Map.entry("environmentalCategory", "A"),
            Map.entry("ruleId", "LIM-08"),
            Map.entry("method", "mark to market of the index"),
            Map.entry("purpose", "60 days of supply in an emergency"),
            Map.entry("previousStage", "COMMISSIONING"),
            Map.entry("basis", "GROSS"),
            Map.entry("status", "GRANTED"),
            Map.entry("previousStatus", "IN_PROGRESS"),
            Map.entry("reportedBy", "SELLER"),
            Map.entry("countryOfOrigin", "US"),
            Map.entry("supplier", "United States Antimony Corp"),
            Map.entry("location", "Hammond depot"),
            Map.entry("per", "OBLIGOR"),
            Map.entry("citation", "22 USC 9671(a)"),
            Map.entry("why", "SPENT"),
            Map.entry("ReadModelSwapped.why", "ACCEPTED"),
            Map.entry("releaseClass", "RESTRICTED"));

    private static final Map<String, Integer> NUMBERS = Map.of("part", 2, "parts", 6, "generation", 3, "former", 2);

    private Samples() {}

    static Object of(Class<?> record) {
        try {
            var components = record.getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var values = Arrays.stream(components)
                    .map(component -> value(record.getSimpleName(), component))
                    .toArray();
            return record.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record + " cannot be made", e);
        }
    }

    /** The fact as a complete CloudEvent in JSON format. */
    static ObjectNode cloudEvent(Fact fact) {
        ObjectNode data = PublishedLanguage.JSON.valueToTree(of(fact.record()));
        data.remove(List.of("subject", "version", "at"));
        var event = PublishedLanguage.JSON.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", "019a5c12-3c00-7e44-9f66-8a4b3c0d9e04");
        event.put("source", fact.topic().source());
        event.put("type", fact.type());
        event.put("subject", SUBJECT.toString());
        event.put("time", "2025-08-15T14:03:11.482Z");
        event.put("datacontenttype", "application/json");
        event.put("dataschema", Topic.schemaOf(fact.type()));
        event.put("version", FIRST.contains(fact.record().getSimpleName()) ? 1 : 4);
        event.put("actor", "alice@dfc.example");
        event.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        event.set("data", data);
        return event;
    }

    private static Object value(String fact, RecordComponent component) {
        var type = component.getType();
        if (type == String.class) {
            var word = WORDS.getOrDefault(fact + "." + component.getName(), WORDS.get(component.getName()));
            if (word == null) {
                throw new IllegalStateException("say what a sample of " + component + " is");
            }
            return word;
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> component.getName().equals("subject") ? SUBJECT : OTHER;
            case "long" -> 4L;
            case "int" -> NUMBERS.getOrDefault(component.getName(), 1);
            case "Instant" -> Instant.parse("2025-08-15T14:03:11.482Z");
            case "LocalDate" -> DAYS.getOrDefault(component.getName(), DAY);
            case "Money" -> money(fact, component.getName());
            case "Tonnes" -> tonnes(fact, component.getName());
            case "Share" -> share(component.getName());
            case "Material" -> new Material("ANTIMONY", "INGOT", "99.65 % Sb");
            case "DealProfile" -> deal(fact);
            case "Terms" -> new Terms.Loan(180, 36, null, "US Treasury, 10 years", 250, "senior secured", "USD");
            case "Figures" -> DealSamples.after(fact).asFigures();
            case "OfftakeProfile" -> OfftakeSamples.profile(fact, PROJECT, OTHER, DAY);
            case "ProjectProfile" -> project();
            case "StockpileProfile" ->
                new StockpileProfile("National Defense Stockpile", "NATIONAL_DEFENSE", "DLA", "PUBLIC");
            case "LimitProfile" -> LimitSamples.profile();
            case "LimitScope" -> LimitSamples.scope();
            case "LimitUse" -> LimitSamples.use(fact);
            case "BreakPlace" -> ExposureSamples.place();
            case "List" -> list(component.getName());
            default -> throw new IllegalStateException("say what a sample of " + component + " is");
        };
    }

    private static Money money(String fact, String name) {
        return switch (fact + "." + name) {
            case "DealSigned.contingent" -> Money.zero("USD");
            case "RepaymentReceived.interest" -> Money.of("3100000.00", "USD");
            case "MaterialReceived.unitCost" -> Money.of("21500.00", "USD");
            case "LimitSet.threshold" -> Money.of("10250000000.00", "USD");
            case "HeadroomHeld.amount", "HeadroomReleased.amount" -> Money.of("465000000.00", "USD");
            default -> Money.of(DealSamples.after(fact).amount(), "USD");
        };
    }

    private static Share share(String name) {
        return switch (name) {
            case "share" -> Share.of("5");
            case "level" -> Share.of("80");
            default -> Share.of("99.65");
        };
    }

    private static List<?> list(String name) {
        return switch (name) {
            case "positions" ->
                List.of(new FundingPosition(
                        Money.zero("USD"),
                        Money.of("465000000.00", "USD"),
                        Money.zero("USD"),
                        Money.of("500000000.00", "USD"),
                        false));
            case "conditions" -> List.of(new DealCondition("env-permit", "PERMIT", "the environmental permit", null));
            case "sources" ->
                List.of(new Source(
                        "https://agency.example/press/2025-08-15", DAY.plusDays(1), Source.Confidence.REPORTED));
            case "changed" -> List.of("tonnesByYear", "years");
            case "rungs" -> List.of("AUTHORIZED_UNSIGNED", "UNDRAWN", "OUTSTANDING", "CONTINGENT");
            case "lines" -> ExposureSamples.lines();
            case "differences" -> ExposureSamples.differences();
            case "warnAt" -> List.of(Share.of("80"), Share.of("90"));
            default -> throw new IllegalStateException("say what a sample of " + name + " is");
        };
    }

    private static Tonnes tonnes(String fact, String name) {
        return switch (fact + "." + name) {
            case "MaterialReceived.tonnes", "OfftakeDelivered.tonnes" -> Tonnes.of("480");
            case "OfftakeDelivered.delivered", "OfftakeDelivered.received" -> Tonnes.of("960");
            case "LevelBelowRequirement.onHand", "RequirementSet.onHand" -> Tonnes.of("7000");
            case "RequirementSet.consumptionPerYear" -> Tonnes.of("22000");
            default -> Tonnes.of("7480");
        };
    }

    private static DealProfile deal(String fact) {
        return new DealProfile(
                "DFC-2025-0131",
                "Pela Ema expansion",
                "DFC",
                "Critical minerals",
                fact.equals("LiabilityAdjusted") ? "LOAN_GUARANTEE" : "DIRECT_LOAN",
                PROJECT,
                OTHER,
                new Party("Serra Verde", "BR", "5493001KJTIIGC8Y1R12", "Serra Verde Group"),
                "PUBLIC",
                DealSamples.after(fact).status());
    }

    private static ProjectProfile project() {
        return new ProjectProfile(
                "PRJ-PELAEMA",
                "Pela Ema",
                "BR",
                "Goias",
                List.of(new Weight("RARE_EARTHS", Share.WHOLE)),
                List.of(new Weight("MINING", Share.of("60")), new Weight("PROCESSING", Share.of("40"))),
                Money.of("500000000.00", "USD"),
                "OPERATING");
    }
}
