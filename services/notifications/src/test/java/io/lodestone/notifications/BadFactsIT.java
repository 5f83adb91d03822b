package io.lodestone.notifications;

import io.lodestone.testing.BadFactsContract;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@QuarkusTest
@WithBackbone(service = "notifications")
class BadFactsIT implements BadFactsContract {

    @Override
    public Map<String, String> topics() {
        return Stream.of("deals", "offtakes", "projects", "stockpiles", "limits", "exposure")
                .map(name -> "lodestone." + name)
                .collect(Collectors.toMap(Function.identity(), topic -> "io." + topic + ".something-happened.v1"));
    }

    /** Whatever is a JSON object is told to those who want it. */
    @Override
    public boolean readsRecords() {
        return false;
    }
}
