package io.lodestone.chassis.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, from the verified token. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's {@code sub}. */
    public String subject() {
        return claim("sub").orElseGet(() -> identity.getPrincipal().getName());
    }

    public Optional<String> agency() {
        return claim("agency");
    }

    /** The agency, or {@code person:<sub>} where there is none: the scope of idempotency keys and subscriptions. */
    public String organisation() {
        return agency().orElseGet(() -> "person:" + subject());
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** @throws ProblemException 403 when the caller acts for another agency, or for none */
    public void mustBelongTo(String agency) {
        if (!agency().filter(agency::equals).isPresent()) {
            throw new ProblemException(Problem.of(
                    403,
                    "not-your-agency",
                    "This belongs to " + agency + "; you act for " + agency().orElse("no agency")
                            + ". Ask an officer of " + agency + "."));
        }
    }

    /** @throws ProblemException 403 when the caller lacks {@code role} */
    public void mustHaveRole(String role) {
        if (!hasRole(role)) {
            throw new ProblemException(Problem.of(403, "forbidden", "This needs the role " + role + "."));
        }
    }

    /** What the caller may read. */
    public Sight sight() {
        var classes = new ArrayList<>(List.of("PUBLIC", "PARTNER"));
        if (hasRole("analyst")
                && claim("clearance").filter("restricted"::equals).isPresent()) {
            classes.add("RESTRICTED");
        }
        return new Sight(classes, hasRole("partner") ? null : agency().orElse(null));
    }

    private Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.<Object>claim(name).map(Object::toString)
                : Optional.empty();
    }
}
