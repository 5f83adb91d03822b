package io.lodestone.query.asking;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.contracts.Money;
import io.lodestone.contracts.Party;
import io.lodestone.contracts.Share;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealEvent.DealApproved;
import io.lodestone.contracts.deals.DealEvent.DealEffective;
import io.lodestone.contracts.deals.DealEvent.DealProposed;
import io.lodestone.contracts.deals.DealProfile;
import io.lodestone.contracts.deals.Figures;
import io.lodestone.contracts.envelope.Event;
import io.lodestone.contracts.envelope.Topic;
import io.lodestone.contracts.projects.ProjectEvent.ProjectRegistered;
import io.lodestone.contracts.projects.ProjectEvent.ProjectRevised;
import io.lodestone.contracts.projects.ProjectProfile;
import io.lodestone.contracts.projects.Weight;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicSpeaker;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * One project and its deals, told on the topics as deals and projects would tell them. Every story has a project of its
 * own, and asks for that project only, so stories do not see each other.
 */
public final class Story {

    public final UUID project = UUID.randomUUID();
    private final List<String> told = new ArrayList<>();
    private String obligor = "Serra Verde, Inc.";
    private long projectVersion;

    /** A deal of the story; the amounts of its last fact. */
    public final class Deal {

        public final UUID id = UUID.randomUUID();
        private final String agency;
        private final String releaseClass;
        private final String currency;
        long version;

        private Deal(String agency, String releaseClass, String currency) {
            this.agency = agency;
            this.releaseClass = releaseClass;
            this.currency = currency;
        }

        public Deal proposed(String day, String recordedAt, String amount) {
            var figures = figures(amount, "0", "0", "0");
            return tell(new DealProposed(
                    id,
                    ++version,
                    Instant.parse(recordedAt),
                    LocalDate.parse(day),
                    profile("LETTER_OF_INTEREST"),
                    figures,
                    Money.of(amount, currency),
                    "LETTER_OF_INTEREST",
                    null,
                    null,
                    null,
                    null,
                    null));
        }

        public Deal approved(String day, String recordedAt, String amount) {
            var figures = figures("0", amount, "0", "0");
            return tell(new DealApproved(
                    id,
                    ++version,
                    Instant.parse(recordedAt),
                    LocalDate.parse(day),
                    profile("APPROVED"),
                    figures,
                    Money.of(amount, currency),
                    null,
                    null,
                    null));
        }

        public Deal effective(String day, String recordedAt, String undrawn, String outstanding) {
            return tell(new DealEffective(
                    id,
                    ++version,
                    Instant.parse(recordedAt),
                    LocalDate.parse(day),
                    profile("EFFECTIVE"),
                    figures("0", "0", undrawn, outstanding)));
        }

        public String token() {
            return "lodestone.deals:" + id + ":" + version;
        }

        private Deal tell(DealEvent event) {
            TopicSpeaker.say(DEALS, event);
            told.add(token());
            return this;
        }

        private DealProfile profile(String status) {
            return new DealProfile(
                    agency + "-" + id,
                    "A deal",
                    agency,
                    null,
                    "DIRECT_LOAN",
                    project,
                    null,
                    new Party(obligor, "BR", null),
                    releaseClass,
                    status);
        }

        private Figures figures(String pipeline, String authorized, String undrawn, String outstanding) {
            var zero = BigDecimal.ZERO;
            return new Figures(
                    new BigDecimal(pipeline),
                    new BigDecimal(authorized),
                    new BigDecimal(authorized),
                    zero,
                    zero,
                    new BigDecimal(undrawn),
                    new BigDecimal(outstanding),
                    zero,
                    zero,
                    zero,
                    new BigDecimal(outstanding),
                    zero,
                    zero,
                    currency);
        }
    }

    /** Who owes what is told from now on. */
    public Story owedBy(String name) {
        obligor = name;
        return this;
    }

    /** Another fact that the answers are to know. */
    public <E extends Event> Story tell(Topic<E> topic, E event) {
        TopicSpeaker.say(topic, event);
        told.add(topic.name() + ":" + event.subject() + ":" + event.version());
        return this;
    }

    /** A request of somebody who waits for all that was told. */
    public RequestSpecification as(Tokens caller) {
        return heard(caller);
    }

    public Deal deal(String agency) {
        return new Deal(agency, "PUBLIC", "USD");
    }

    public Deal restrictedDeal(String agency) {
        return new Deal(agency, "RESTRICTED", "USD");
    }

    public Deal dealIn(String currency) {
        return new Deal("JBIC", "PUBLIC", currency);
    }

    /** @param minerals {@code COPPER=60 GOLD=40} */
    public Story project(String day, String recordedAt, String country, String minerals, String segments) {
        var profile = new ProjectProfile(
                "PRJ-" + project, "A mine", country, null, weights(minerals), weights(segments), null, "CONSTRUCTION");
        var at = Instant.parse(recordedAt);
        var effectiveOn = LocalDate.parse(day);
        projectVersion++;
        TopicSpeaker.say(
                PROJECTS,
                projectVersion == 1
                        ? new ProjectRegistered(project, projectVersion, at, effectiveOn, profile)
                        : new ProjectRevised(project, projectVersion, at, effectiveOn, profile));
        told.add("lodestone.projects:" + project + ":" + projectVersion);
        return this;
    }

    /** What an analyst without clearance is told when all that the story said was heard. */
    public Response ask(String query) {
        return askAs(Tokens.of("analyst"), query);
    }

    public Response askAs(Tokens caller, String query) {
        return heard(caller).get("/v1/exposure?project=" + project + query);
    }

    /** @param path below {@code /v1}, with its first parameters: {@code pipeline?by=agency} */
    public Response get(String path) {
        return getAs(Tokens.of("analyst"), path);
    }

    public Response getAs(Tokens caller, String path) {
        return heard(caller).get("/v1/" + path + (path.contains("?") ? "&" : "?") + "project=" + project);
    }

    /** As a caller who accepts another media type than JSON. */
    public Response getAs(Tokens caller, String path, String accept) {
        return heard(caller)
                .accept(accept)
                .get("/v1/" + path + (path.contains("?") ? "&" : "?") + "project=" + project);
    }

    public Response entries(String query) {
        return heard(Tokens.of("analyst")).get("/v1/exposure/entries?project=" + project + query);
    }

    private RequestSpecification heard(Tokens caller) {
        var last = told.subList(Math.max(0, told.size() - 20), told.size());
        return caller.request()
                .header("Consistency-Token", String.join(",", last))
                .header("Prefer", "wait=10");
    }

    private static List<Weight> weights(String codes) {
        return Arrays.stream(codes.split(" "))
                .map(code -> code.split("="))
                .map(code -> new Weight(code[0], Share.of(code[1])))
                .toList();
    }
}
