package io.lodestone.chassis.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.chassis.json.Json;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Makes request bodies strict: an unknown field is refused by name, a decimal is a string. */
@Singleton
class StrictBodies implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        Json.strict(mapper);
    }

    @Override
    public int priority() {
        return MINIMUM_PRIORITY; // last word
    }
}
