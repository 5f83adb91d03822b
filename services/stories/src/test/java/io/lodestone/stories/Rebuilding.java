package io.lodestone.stories;

import static org.awaitility.Awaitility.await;

import io.lodestone.local.Service;
import io.lodestone.stories.invariants.Evidence.Rebuild;
import io.restassured.path.json.JsonPath;
import java.time.Duration;

/** Has the read model of query made anew from the topics. */
final class Rebuilding {

    private static final String REBUILDS = "/v1/read-models/rebuilds";
    private static final Duration ENDED = Duration.ofMinutes(5);

    private final Person operator;

    Rebuilding(Lodestone lodestone) {
        this.operator = lodestone.person("otto", "", "operator");
    }

    /** Waits until it has ended, however it does. */
    Rebuild rebuild() {
        String id = operator.ask(Service.QUERY).post(REBUILDS).path("id");
        var ended = await().atMost(Pace.stretched(ENDED))
                .until(() -> told(id), rebuild -> !rebuild.getString("status").equals("RUNNING"));
        return new Rebuild(ended.getString("status"), ended.prettify());
    }

    private JsonPath told(String id) {
        return Person.ok(operator.ask(Service.QUERY).get(REBUILDS + "/" + id)).jsonPath();
    }
}
