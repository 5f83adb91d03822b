package io.lodestone.stockpiles;

import io.lodestone.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Requests as the people of this service make them. */
public final class Callers {

    private Callers() {}

    public static RequestSpecification keeper() {
        return Tokens.of("stockpile-manager").agency("DLA").subject("dora").request();
    }

    public static RequestSpecification stranger() {
        return Tokens.of("stockpile-manager").agency("DOE").subject("dan").request();
    }

    public static RequestSpecification analyst() {
        return Tokens.of("analyst").subject("ana").request();
    }

    /** A stockpile that DLA keeps. */
    public static String charter() {
        return """
                {"name":"Strategic reserve","programme":"NATIONAL_DEFENSE","custodian":"DLA",
                 "purpose":"Defence needs in an emergency","releaseClass":"PUBLIC"}
                """;
    }

    /** 100 tonnes of cobalt metal from Zambia at 30,000.00 USD a tonne. */
    public static String receipt() {
        return """
                {"mineral":"COBALT","form":"METAL","grade":"99.8","purity":"99.8","tonnes":"100.000","countryOfOrigin":"ZM",
                 "supplier":"Konkola Mines","unitCost":{"amount":"30000.00","currency":"USD"},"location":"Warehouse 7"}
                """;
    }

    public static String requirement(String tonnes) {
        return """
                {"mineral":"COBALT","form":"METAL","grade":"99.8","tonnes":"%s","consumptionPerYear":"730"}
                """.formatted(tonnes);
    }

    /** The id of a new stockpile. */
    public static String opened() {
        return keeper().body(charter())
                .post("/v1/stockpiles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** As the keeper, whatever version is there. */
    public static Response act(String id, String act, String body) {
        return keeper().header("If-Match", "*").body(body).post("/v1/stockpiles/" + id + "/" + act);
    }
}
