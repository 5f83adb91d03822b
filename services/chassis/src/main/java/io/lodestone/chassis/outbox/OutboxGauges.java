package io.lodestone.chassis.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/**
 * {@code lodestone_outbox_unsent_facts} and {@code lodestone_outbox_oldest_unsent_seconds}: every instance says the same of
 * its service's database, NaN while that does not answer. Without the relay there are none: they would tell nothing about
 * whoever carries the facts instead.
 */
@ApplicationScoped
class OutboxGauges {

    private static final Logger LOG = Logger.getLogger(OutboxGauges.class);

    private final OutboxConfig config;
    private final OutboxWaiting outbox;
    private final MeterRegistry meters;

    OutboxGauges(OutboxConfig config, OutboxWaiting outbox, MeterRegistry meters) {
        this.config = config;
        this.outbox = outbox;
        this.meters = meters;
    }

    void register(@Observes StartupEvent started) {
        if (!config.relay().enabled()) {
            return;
        }
        Gauge.builder("lodestone.outbox.unsent", this, gauges -> gauges.of(OutboxWaiting.Waiting::unsent))
                .description("Facts that wait to be sent to Kafka, counted up to 100,000.")
                .baseUnit("facts")
                .register(meters);
        TimeGauge.builder(
                        "lodestone.outbox.oldest.unsent",
                        this,
                        TimeUnit.MILLISECONDS,
                        gauges -> gauges.of(waiting -> waiting.age().toMillis()))
                .description("Age of the oldest fact that waits to be sent to Kafka; 0 when none does.")
                .register(meters);
    }

    private double of(ToDoubleFunction<OutboxWaiting.Waiting> figure) {
        try {
            return figure.applyAsDouble(outbox.now());
        } catch (SQLException e) {
            LOG.debugf("the outbox does not say what waits: %s", e.getMessage());
            return Double.NaN;
        }
    }
}
