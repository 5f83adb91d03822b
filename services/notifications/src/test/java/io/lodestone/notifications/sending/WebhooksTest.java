package io.lodestone.notifications.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.notifications.Sink;
import io.lodestone.notifications.Sink.Manner;
import io.lodestone.notifications.delivery.Attempt;
import io.lodestone.notifications.known.Settings;
import io.lodestone.notifications.subscription.Secret;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final Duration TIMEOUT = Duration.ofMillis(700);

    private final Secret secret = Secret.draw(new SecureRandom());

    @Test
    void whatIsSentVerifiesWithTheStandardWebhooksLibrary() throws Exception {
        try (var sink = Sink.answering(200)) {
            var attempt = post(sink.url(), true);

            assertThat(attempt.status()).isEqualTo(200);
            assertThat(attempt.answer()).isEqualTo("thank you");
            var got = sink.got().getFirst();
            got.verify(secret.text());
            assertThat(got.body()).isEqualTo("{\"größe\":1}");
            assertThat(got.headers())
                    .containsEntry("content-type", "application/cloudevents+json; charset=utf-8")
                    .hasEntrySatisfying("user-agent", agent -> assertThat(agent).startsWith("Lodestone/"));
        }
    }

    @Test
    void aHangingSinkEndsAtTheTimeout() throws Exception {
        assertThat(onceAnswered(exchange -> Thread.sleep(Duration.ofSeconds(5))))
                .satisfies(attempt -> {
                    assertThat(attempt.status()).isNull();
                    assertThat(attempt.latencyMillis()).isBetween(600L, 2500L);
                });
    }

    @Test
    void aDrippingAnswerEndsAtTheTimeout() throws Exception {
        var attempt = onceAnswered(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 50; i++) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                Thread.sleep(Duration.ofMillis(100));
            }
        });

        assertThat(attempt.error()).contains("within 700 ms");
        assertThat(attempt.latencyMillis()).isLessThan(2500);
    }

    @Test
    void ofAHugeAnswerOnlyTheBeginningIsReadAndKept() throws Exception {
        var attempt = onceAnswered(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var part = "x".repeat(65_536).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(part);
            }
        });

        assertThat(attempt.isTaken()).isTrue();
        assertThat(attempt.answer()).hasSize(256);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (var elsewhere = Sink.answering(200)) {
            var attempt = onceAnswered(exchange -> {
                exchange.getResponseHeaders().add("Location", elsewhere.url());
                exchange.sendResponseHeaders(307, -1);
            });

            assertThat(attempt.status()).isEqualTo(307);
            assertThat(attempt.isTaken()).isFalse();
            assertThat(elsewhere.got()).isEmpty();
        }
    }

    @Test
    void nobodyThereIsAnAttemptThatFailed() throws Exception {
        var sink = Sink.answering(200);
        sink.close();

        assertThat(post(sink.url(), true).error()).contains("ConnectException");
    }

    @Test
    void aPrivateAddressIsRefusedAtTheLastMomentToo() throws Exception {
        try (var sink = Sink.answering(200)) {
            assertThat(post(sink.url(), false).error()).contains("private address");
            assertThat(sink.got()).isEmpty();
        }
    }

    private Attempt onceAnswered(Manner manner) throws Exception {
        try (var sink = Sink.answering(manner)) {
            return post(sink.url(), true);
        }
    }

    private Attempt post(String url, boolean privateAddresses) throws InterruptedException {
        var settings = new Settings(privateAddresses, TIMEOUT);
        var webhooks = new Webhooks(settings, settings.addresses(), Clock.systemUTC());
        var due = new Due(
                UUID.randomUUID(),
                UUID.randomUUID(),
                0,
                Clock.systemUTC().instant(),
                URI.create(url),
                secret,
                "{\"größe\":1}");
        return webhooks.post(due);
    }
}
