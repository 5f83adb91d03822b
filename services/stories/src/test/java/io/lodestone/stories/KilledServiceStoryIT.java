package io.lodestone.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lodestone.local.Service;
import io.lodestone.testing.CloudEvent;
import io.lodestone.testing.TopicReader;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each service is killed in turn while commands come in, and started again: nothing is lost and nothing doubled. The query
 * service is killed in the middle of a rebuild, which the next start goes on with.
 */
@ExtendWith(OverLodestone.class)
class KilledServiceStoryIT {

    private static final List<String> MEASURES =
            List.of("pipeline", "authorizedUnsigned", "undrawn", "outstanding", "contingent");

    private static final String REBUILDS = "/v1/read-models/rebuilds";

    /** More than the lease of a delivery that was in the air. */
    private static final Duration CALM = Duration.ofSeconds(90);

    private final Lodestone lodestone;
    private final Person analyst;
    private final Person operator;

    KilledServiceStoryIT(Lodestone lodestone) {
        this.lodestone = lodestone;
        this.analyst = lodestone.person("ines", "", "analyst");
        this.operator = lodestone.person("olga", "", "operator");
    }

    @Test
    void aKilledServiceLosesNothingAndDoublesNothing() throws Exception {
        var project = Loans.mine(lodestone);
        try (var mailbox = new Mailbox()) {
            subscribe(mailbox);
            Map<String, Integer> acknowledged;
            String rebuild = "";
            try (var typist = new Typist(lodestone, project)) {
                for (var service : Service.values()) {
                    awaitCommands(typist, 12);
                    if (service == Service.QUERY) {
                        rebuild =
                                Person.ok(operator.ask(service).post(REBUILDS)).path("id");
                    }
                    lodestone.kill(service);
                    awaitOrPause(typist, service);
                    lodestone.up();
                }
                awaitCommands(typist, 12);
                acknowledged = typist.finish();
                System.out.println("Story: five kills, " + typist.commands() + " commands, " + typist.repeated()
                        + " repeated, " + acknowledged.size() + " deals");
            }
            everyAcknowledgedFactIsOnTheTopicOnceAndInOrder(acknowledged);
            theExposureIsTheSumOfTheDeals(project, acknowledged);
            theRebuildWentOnAndIsSwappedIn(rebuild);
            theExposureIsTheSumOfTheDeals(project, acknowledged);
            theMailboxGotEveryFact(mailbox, acknowledged);
        }
    }

    private void subscribe(Mailbox mailbox) {
        lodestone
                .person("pia", "", "partner")
                .create(
                        Service.NOTIFICATIONS,
                        "/v1/subscriptions",
                        Map.of(
                                "name", "all deals",
                                "sink", Map.of("kind", "WEBHOOK", "url", mailbox.url()),
                                "filters", List.of(Map.of("prefix", Map.of("type", "io.lodestone.deals.")))));
    }

    private static void awaitCommands(Typist typist, int more) {
        int wanted = typist.commands() + more;
        await().atMost(CALM).until(() -> typist.commands() >= wanted);
    }

    /** Commands go on without any service but deals. */
    private static void awaitOrPause(Typist typist, Service killed) {
        if (killed != Service.DEALS) {
            awaitCommands(typist, 6);
        }
    }

    private static void everyAcknowledgedFactIsOnTheTopicOnceAndInOrder(Map<String, Integer> acknowledged) {
        await().atMost(CALM).until(() -> {
            var facts = facts(acknowledged);
            return acknowledged.entrySet().stream()
                    .allMatch(deal -> facts.getOrDefault(deal.getKey(), List.of()).stream()
                            .anyMatch(fact -> fact.version() >= deal.getValue()));
        });
        facts(acknowledged).forEach((deal, facts) -> {
            // a relay that was killed between acknowledgement and mark sends its batch again: same id, same version
            var versions = facts.stream().map(CloudEvent::version).distinct().toList();
            assertThat(versions)
                    .as(deal)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, acknowledged.getOrDefault(deal, 0))
                            .boxed()
                            .toList());
            assertThat(facts.stream().map(fact -> fact.attribute("id")).distinct())
                    .hasSameSizeAs(versions);
        });
    }

    private static Map<String, List<CloudEvent>> facts(Map<String, Integer> acknowledged) {
        return TopicReader.of("lodestone.deals").all().stream()
                .filter(fact -> acknowledged.containsKey(fact.key()))
                .collect(Collectors.groupingBy(CloudEvent::key));
    }

    private void theExposureIsTheSumOfTheDeals(String project, Map<String, Integer> acknowledged) {
        var deals = acknowledged.keySet().stream()
                .map(deal -> analyst.read(Service.DEALS, "/v1/deals/" + deal))
                .toList();
        for (var measure : MEASURES) {
            var sum = deals.stream()
                    .map(deal -> new BigDecimal(deal.getString("figures." + measure)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            await().atMost(CALM).untilAsserted(() -> assertThat(
                            new BigDecimal(exposure(project).getString("total." + measure)))
                    .as(measure)
                    .isEqualByComparingTo(sum));
        }
        assertThat(exposure(project).getInt("total.deals")).isEqualTo(acknowledged.size());
    }

    private JsonPath exposure(String project) {
        return analyst.read(Service.QUERY, "/v1/exposure?by=mineral,segment&project=" + project);
    }

    /** It was killed when it had hardly begun, unless it was quicker. */
    private void theRebuildWentOnAndIsSwappedIn(String id) {
        var rebuild = await().atMost(CALM)
                .until(() -> operator.read(Service.QUERY, REBUILDS + "/" + id), one -> !one.getString("status")
                        .equals("RUNNING"));
        assertThat(rebuild.getString("status")).as(rebuild.prettify()).isEqualTo("SWAPPED");
        assertThat(rebuild.getInt("attempt")).as(rebuild.prettify()).isBetween(1, 2);
    }

    private static void theMailboxGotEveryFact(Mailbox mailbox, Map<String, Integer> acknowledged) {
        for (var deal : acknowledged.entrySet()) {
            await().atMost(CALM).untilAsserted(() -> {
                var versions = new TreeSet<Integer>();
                mailbox.about(deal.getKey())
                        .forEach(letter ->
                                versions.add(letter.event().path("version").asInt()));
                assertThat(versions).as(deal.getKey()).hasSize(deal.getValue());
            });
            var ids = mailbox.about(deal.getKey()).stream()
                    .map(Mailbox.Letter::id)
                    .distinct();
            assertThat(ids).hasSize(deal.getValue());
        }
    }
}
