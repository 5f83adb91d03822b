package io.lodestone.deals;

import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.testing.BadFactsContract;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@WithBackbone(service = "deals")
class BadFactsIT implements BadFactsContract {

    @Override
    public Map<String, String> topics() {
        return Map.of(PROJECTS.name(), "io.lodestone.projects.project-registered.v1");
    }

    @Override
    public boolean readsRecords() {
        return true;
    }
}
