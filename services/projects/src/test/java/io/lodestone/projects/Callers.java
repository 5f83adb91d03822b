package io.lodestone.projects;

import io.lodestone.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests as the people of this service make them. */
public final class Callers {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Callers() {}

    public static RequestSpecification registrar() {
        return Tokens.of("project-registrar").subject("rita").request();
    }

    public static RequestSpecification analyst() {
        return Tokens.of("analyst").subject("ana").request();
    }

    /** A reference that no other test uses. */
    public static String reference() {
        return "T-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
    }

    /** A mine in Zambia, with as little as a project needs and a capital need of 1,000,000.00 USD. */
    public static String body(String reference) {
        return """
                {"reference":"%s","name":"Konkola North","country":"ZM",
                 "minerals":[{"mineral":"COPPER","weight":"62.5"},{"mineral":"COBALT","weight":"37.5"}],
                 "segments":[{"segment":"MINING","weight":"100"}],
                 "capex":{"amount":"1000000.00","currency":"USD"},
                 "stage":"FEASIBILITY","effectiveOn":"2026-01-15"}
                """.formatted(reference);
    }

    public static Response register(String reference) {
        return registrar().body(body(reference)).post("/v1/projects");
    }

    /** The id of a new project. */
    public static String registered() {
        return register(reference()).then().statusCode(201).extract().path("id");
    }
}
