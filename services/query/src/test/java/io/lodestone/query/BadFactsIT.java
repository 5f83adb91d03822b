package io.lodestone.query;

import static io.lodestone.contracts.deals.DealsFact.DEALS;
import static io.lodestone.contracts.limits.LimitEvent.LIMITS;
import static io.lodestone.contracts.projects.ProjectEvent.PROJECTS;

import io.lodestone.testing.BadFactsContract;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@WithBackbone(service = "query")
class BadFactsIT implements BadFactsContract {

    @Override
    public Map<String, String> topics() {
        return Map.of(
                DEALS.name(), "io.lodestone.deals.deal-approved.v1",
                LIMITS.name(), "io.lodestone.limits.limit-set.v1",
                PROJECTS.name(), "io.lodestone.projects.project-registered.v1");
    }

    @Override
    public boolean readsRecords() {
        return true;
    }
}
