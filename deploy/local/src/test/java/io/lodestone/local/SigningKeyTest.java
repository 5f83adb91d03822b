package io.lodestone.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token is verified as a service would: by what discovery and the key set say. */
class SigningKeyTest {

    @TempDir
    Path home;

    @Test
    void aTokenHoldsUnderThePublishedKeys() throws Exception {
        int port = Ports.anyFree();
        var key = SigningKey.in(home, "http://127.0.0.1:" + port);
        try (var issuer = Issuer.serve(port, key)) {
            assertThat(issuer).isNotNull();
            assertThat(get(key.issuer() + "/.well-known/openid-configuration"))
                    .contains("\"jwks_uri\":\"" + key.issuer() + "/jwks.json\"");
            var consumer = consumer(get(key.issuer() + "/jwks.json"), key.issuer());
            var claims = consumer.processToClaims(token(key));
            assertThat(claims.getSubject()).isEqualTo("alice");
            assertThat(claims.getStringListClaimValue("groups")).containsExactly("deal-officer");
            assertThat(claims.getStringClaimValue("agency")).isEqualTo("DFC");
        }
    }

    @Test
    void anotherKeysTokenDoesNot() throws Exception {
        var key = SigningKey.in(home.resolve("one"), "http://127.0.0.1:1");
        var other = SigningKey.in(home.resolve("two"), "http://127.0.0.1:1");
        assertThatExceptionOfType(InvalidJwtException.class)
                .isThrownBy(() -> consumer(key.publicKeys(), key.issuer()).processToClaims(token(other)));
    }

    @Test
    void theKeyIsKeptAndOnlyItsOwnerReadsIt() throws Exception {
        var first = SigningKey.in(home, "http://127.0.0.1:1").publicKeys();
        assertThat(SigningKey.in(home, "http://127.0.0.1:1").publicKeys()).isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(home.resolve("signing-key.json")))
                .hasSize(2);
        assertThat(first).doesNotContain("\"d\"");
    }

    private static String token(SigningKey key) {
        return key.token(
                Map.of("sub", "alice", "groups", List.of("deal-officer"), "agency", "DFC"), Duration.ofMinutes(5));
    }

    private static JwtConsumer consumer(String keys, String issuer) throws Exception {
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setExpectedIssuer(issuer)
                .setExpectedAudience("lodestone")
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .build();
    }

    private static String get(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
