package io.lodestone.deals.totalling;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.lodestone.chassis.http.Problem;
import io.lodestone.chassis.http.ProblemException;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks the broker how many partitions a topic has. */
@ApplicationScoped
class TopicPartitions {

    private static final int ANSWER_SECONDS_MAX = 5;

    private final Map<String, Object> broker;

    TopicPartitions(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /** @throws ProblemException 503 when the broker does not say */
    int of(String topic) {
        try (var admin = Admin.create(config())) {
            var description =
                    admin.describeTopics(List.of(topic)).topicNameValues().get(topic);
            if (description == null) {
                throw unknown();
            }
            return description.get(ANSWER_SECONDS_MAX, SECONDS).partitions().size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown();
        } catch (ExecutionException | TimeoutException e) {
            throw unknown();
        }
    }

    private Map<String, Object> config() {
        var config = new HashMap<>(broker);
        config.put(AdminClientConfig.CLIENT_ID_CONFIG, "control-totals");
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_SECONDS_MAX * 1_000);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_SECONDS_MAX * 1_000);
        return config;
    }

    private static ProblemException unknown() {
        return new ProblemException(
                Problem.of(503, "try-again", "The broker does not say which partitions there are. Try again."));
    }
}
