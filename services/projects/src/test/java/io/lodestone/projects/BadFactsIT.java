package io.lodestone.projects;

import static io.lodestone.contracts.deals.DealsFact.DEALS;

import io.lodestone.testing.BadFactsContract;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@WithBackbone(service = "projects")
class BadFactsIT implements BadFactsContract {

    @Override
    public Map<String, String> topics() {
        return Map.of(DEALS.name(), "io.lodestone.deals.deal-approved.v1");
    }

    @Override
    public boolean readsRecords() {
        return true;
    }
}
