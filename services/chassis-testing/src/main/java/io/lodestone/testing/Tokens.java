package io.lodestone.testing;

import io.lodestone.local.SigningKey;
import io.lodestone.testing.backbone.Setting;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tokens of the backbone's issuer: real JWTs (RS256) that a service verifies as it does in production.
 * {@code Tokens.of("deal-officer").agency("DFC").subject("alice").build()}.
 */
public final class Tokens {

    private final Map<String, Object> claims = new HashMap<>();
    private Duration life = Duration.ofHours(1);

    private Tokens(List<String> roles) {
        claims.put("groups", roles);
        subject("somebody");
    }

    /** @param roles {@code deal-officer}, {@code analyst} and so on; none for a caller who may do nothing */
    public static Tokens of(String... roles) {
        return new Tokens(List.of(roles));
    }

    public Tokens agency(String agency) {
        return claim("agency", agency);
    }

    public Tokens subject(String subject) {
        return claim("sub", subject).claim("upn", subject);
    }

    /** The caller may see RESTRICTED resources of every agency, if its role lets it. */
    public Tokens restricted() {
        return claim("clearance", "restricted");
    }

    /** @param life from now on; negative for a token that has expired */
    public Tokens expiringIn(Duration life) {
        this.life = life;
        return this;
    }

    /** Any claim, the wrong ones included: {@code aud}, {@code iss}. */
    public Tokens claim(String name, String value) {
        claims.put(name, value);
        return this;
    }

    /** The compact form, as it stands after {@code Bearer}. */
    public String build() {
        return SigningKey.in(Path.of(Setting.ISSUER_KEY.value()), Setting.ISSUER.value())
                .token(claims, life);
    }

    /** A REST Assured request of this caller, JSON both ways. */
    public RequestSpecification request() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + build())
                .contentType("application/json")
                .accept("application/json, application/problem+json");
    }
}
