package io.lodestone.deals;

import io.lodestone.testing.BadInputContract;
import io.lodestone.testing.OpenApiContract;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithBackbone(service = "deals")
class OpenApiIT implements OpenApiContract, BadInputContract {

    @Override
    public String service() {
        return "deals";
    }
}
