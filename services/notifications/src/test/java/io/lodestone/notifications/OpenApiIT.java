package io.lodestone.notifications;

import io.lodestone.testing.BadInputContract;
import io.lodestone.testing.OpenApiContract;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithBackbone(service = "notifications")
class OpenApiIT implements OpenApiContract, BadInputContract {

    @Override
    public String service() {
        return "notifications";
    }
}
