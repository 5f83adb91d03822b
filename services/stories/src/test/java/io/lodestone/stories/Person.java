package io.lodestone.stories;

import static io.restassured.config.HttpClientConfig.httpClientConfig;

import io.lodestone.local.Service;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Somebody with a token, who asks the services as any client does. */
record Person(Lodestone lodestone, String token) {

    private static final RestAssuredConfig PATIENCE = RestAssuredConfig.config()
            .httpClient(httpClientConfig()
                    .setParam("http.connection.timeout", 2_000)
                    .setParam("http.socket.timeout", 20_000));

    RequestSpecification ask(Service service) {
        return RestAssured.given()
                .config(PATIENCE)
                .baseUri(lodestone.url(service))
                .header("Authorization", "Bearer " + token)
                .contentType("application/json");
    }

    JsonPath read(Service service, String path) {
        return ok(ask(service).get(path)).jsonPath();
    }

    /** Makes something new and gives the answer. */
    JsonPath create(Service service, String path, Map<String, ?> body) {
        return ok(ask(service).body(body).post(path)).jsonPath();
    }

    /** Acts on whatever is there now. */
    JsonPath act(Service service, String path, Map<String, ?> body) {
        return ok(ask(service).header("If-Match", "*").body(body).post(path)).jsonPath();
    }

    static Response ok(Response response) {
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(response.statusCode() + " " + response.asString());
        }
        return response;
    }
}
