package io.lodestone.query;

import io.lodestone.testing.BadInputContract;
import io.lodestone.testing.OpenApiContract;
import io.lodestone.testing.backbone.WithBackbone;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithBackbone(service = "query")
class OpenApiIT implements OpenApiContract, BadInputContract {

    @Override
    public String service() {
        return "query";
    }
}
