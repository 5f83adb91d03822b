package io.lodestone.local;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Mints a token the local services believe. */
@Command(name = "token", description = "Print a token for the local services, good for 12 hours.")
final class Token implements Runnable {

    private static final Set<String> ROLES = Set.of(
            "deal-officer",
            "deal-approver",
            "project-registrar",
            "stockpile-manager",
            "analyst",
            "partner",
            "operator");

    @Mixin
    private Main.Which which = new Main.Which();

    @Option(
            names = "--role",
            required = true,
            split = ",",
            paramLabel = "R",
            description = "One role or several, separated by commas.")
    private List<String> roles = List.of();

    @Option(names = "--agency", paramLabel = "A", description = "The agency the bearer acts for, for example DFC.")
    private @Nullable String agency;

    @Option(names = "--sub", paramLabel = "S", description = "Who the bearer is (default: the role).")
    private @Nullable String subject;

    @Option(
            names = "--clearance",
            paramLabel = "C",
            description = "restricted: an analyst who may read RESTRICTED resources.")
    private @Nullable String clearance;

    private final @Nullable SigningKey key;

    Token() {
        this(null);
    }

    /** @param key signs, instead of the platform's that is meant */
    Token(@Nullable SigningKey key) {
        this.key = key;
    }

    @Override
    public void run() {
        for (var role : roles) {
            if (!ROLES.contains(role)) {
                throw new Trouble("There is no role " + role + "; there are "
                        + String.join(", ", ROLES.stream().sorted().toList()) + ".");
            }
        }
        var claims = new LinkedHashMap<String, Object>(
                Map.of("sub", subject == null ? roles.getFirst() : subject, "groups", roles));
        if (agency != null) {
            claims.put("agency", agency);
        }
        if (clearance != null) {
            claims.put("clearance", clearance);
        }
        var signing = key == null ? which.state().signingKey() : key;
        System.out.println(signing.token(claims, Duration.ofHours(12)));
    }
}
