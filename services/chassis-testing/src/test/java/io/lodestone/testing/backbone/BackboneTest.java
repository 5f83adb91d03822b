package io.lodestone.testing.backbone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lodestone.testing.Tokens;
import io.lodestone.testing.TopicReader;
import io.lodestone.testing.TopicSpeaker;
import java.math.BigInteger;
import java.net.URI;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BackboneTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Map<String, String> config = Map.of();

    @BeforeAll
    static void start() {
        config = backbone("lamps").start();
    }

    @Test
    void eachServiceHasADatabaseThatNobodyElseEnters() throws SQLException {
        var other = backbone("doors").start();

        try (var own = DriverManager.getConnection(
                value("quarkus.datasource.jdbc.url"),
                value("quarkus.datasource.username"),
                value("quarkus.datasource.password"))) {
            own.createStatement().execute("create table lamp (id int)");
            var version = own.createStatement().executeQuery("show server_version_num");
            version.next();
            assertThat(version.getInt(1)).isGreaterThanOrEqualTo(180000);
        }
        assertThatThrownBy(() -> DriverManager.getConnection(
                        other.get("quarkus.datasource.jdbc.url"),
                        value("quarkus.datasource.username"),
                        value("quarkus.datasource.password")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void theBackboneIsStartedOnce() {
        assertThat(backbone("lamps").start()).isEqualTo(config);
    }

    @Test
    void aServiceNeedsAPlainName() {
        assertThatThrownBy(() -> backbone("Robert'); --").start()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsSaidOnATopicCanBeRead() {
        TopicSpeaker.say(
                "lodestone.limits",
                "lamp",
                Map.of("ce_type", "io.lodestone.lamps.lamp-lit.v1"),
                "{\"a\":1}".getBytes(UTF_8));
        TopicSpeaker.say("lodestone.limits", null, Map.of(), "no json {".getBytes(UTF_8));

        var lit = TopicReader.of("lodestone.limits").await(event -> event.fact().equals("lamp-lit"));

        assertThat(lit.key()).isEqualTo("lamp");
        assertThat(lit.data().path("a").asInt()).isEqualTo(1);
        assertThat(TopicReader.of("lodestone.limits").all())
                .hasSize(2)
                .anyMatch(event -> event.data().isMissingNode() && event.key().isEmpty());
    }

    @Test
    void aTopicNobodyMadeIsNotMadeByChance() {
        assertThatThrownBy(() -> TopicSpeaker.say("lodestone.typo", null, Map.of(), new byte[0]))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTokenCanBeVerifiedWithTheIssuersKey() throws Exception {
        var token = Tokens.of("deal-officer", "analyst")
                .agency("DFC")
                .subject("alice")
                .build();
        var parts = token.split("\\.");
        var discovery = get(value("quarkus.oidc.auth-server-url") + "/.well-known/openid-configuration");
        var key = get(discovery.path("jwks_uri").asText()).path("keys").path(0);

        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
        signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
        assertThat(signature.verify(decode(parts[2]))).isTrue();

        var claims = JSON.readTree(decode(parts[1]));
        assertThat(claims.path("iss")).isEqualTo(discovery.path("issuer"));
        assertThat(claims.path("aud").asText()).isEqualTo("lodestone");
        assertThat(claims.path("sub").asText()).isEqualTo("alice");
        assertThat(claims.path("groups").toString()).isEqualTo("[\"deal-officer\",\"analyst\"]");
        assertThat(JSON.readTree(decode(parts[0])).path("kid")).isEqualTo(key.path("kid"));
    }

    private static Backbone backbone(String service) {
        var backbone = new Backbone();
        backbone.init(Map.of("service", service));
        return backbone;
    }

    private static String value(String name) {
        return config.getOrDefault(name, "");
    }

    private static JsonNode get(String url) throws Exception {
        return JSON.readTree(URI.create(url).toURL());
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, decode(key.path(name).asText()));
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
