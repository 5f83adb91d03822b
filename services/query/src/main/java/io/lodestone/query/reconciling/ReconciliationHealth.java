package io.lodestone.query.reconciling;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how many places are wrong. It stays UP: the answers go on, and somebody has to look. */
@Readiness
@ApplicationScoped
class ReconciliationHealth implements HealthCheck {

    private final ReconciliationReport report;

    ReconciliationHealth(ReconciliationReport report) {
        this.report = report;
    }

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("reconciliation").up();
        try {
            health.withData("breaks", report.open().size());
            report.lastEnded().ifPresent(last -> health.withData("last", last.toString()));
        } catch (IllegalStateException e) {
            health.withData("cause", "the database does not answer");
        }
        return health.build();
    }
}
