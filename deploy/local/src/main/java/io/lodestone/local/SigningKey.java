package io.lodestone.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** The local platform's own key (RS256), made on the first start and kept in its state folder. It signs the tokens. */
public final class SigningKey {

    private static final int BITS = 2048;

    private final RsaJsonWebKey key;
    private final String issuer;

    private SigningKey(RsaJsonWebKey key, String issuer) {
        this.key = key;
        this.issuer = issuer;
    }

    /** @param issuer the URL the services know as their issuer */
    public static SigningKey in(Path folder, String issuer) {
        var file = folder.resolve("signing-key.json");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                var made = RsaJwkGenerator.generateJwk(BITS);
                made.setKeyId(Long.toHexString(System.nanoTime()));
                made.setUse("sig");
                made.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, made.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
            }
            var key = new RsaJsonWebKey(JsonUtil.parseJson(Files.readString(file)));
            return new SigningKey(key, issuer);
        } catch (IOException | JoseException e) {
            throw new Trouble("Could not make or read the signing key in " + folder + ": " + e.getMessage(), e);
        }
    }

    public String issuer() {
        return issuer;
    }

    /** The public half, as a JSON Web Key Set. */
    String publicKeys() {
        return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /**
     * A signed token for the audience {@code lodestone}.
     *
     * @param claims at least {@code sub} and {@code groups} (a list of roles); {@code agency} and {@code clearance} as needed
     * @param valid  how long from now
     */
    public String token(Map<String, Object> claims, Duration valid) {
        var body = new JwtClaims();
        body.setIssuer(issuer);
        body.setAudience("lodestone");
        body.setGeneratedJwtId();
        body.setIssuedAtToNow();
        var expires = NumericDate.now();
        expires.addSeconds(valid.toSeconds());
        body.setExpirationTime(expires);
        body.setClaim("upn", claims.get("sub"));
        claims.forEach(body::setClaim);
        var signature = new JsonWebSignature();
        signature.setPayload(body.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new Trouble("Could not sign the token: " + e.getMessage(), e);
        }
    }
}
