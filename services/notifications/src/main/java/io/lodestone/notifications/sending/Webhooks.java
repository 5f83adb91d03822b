package io.lodestone.notifications.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lodestone.notifications.delivery.Attempt;
import io.lodestone.notifications.known.SinkAddresses;
import io.lodestone.notifications.known.WebhookConfig;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts to sinks. Whatever a sink does, an attempt ends within the timeout and reads at most 4 KiB. */
@ApplicationScoped
class Webhooks {

    private static final int ANSWER_READ_MAX = 4096;
    private static final int ANSWER_KEPT_MAX = 256;

    private final WebhookConfig config;
    private final SinkAddresses addresses;
    private final Clock clock;
    private final HttpClient client;

    Webhooks(WebhookConfig config, SinkAddresses addresses, Clock clock) {
        this.config = config;
        this.addresses = addresses;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    void stop(@Observes ShutdownEvent stopped) {
        client.shutdownNow();
    }

    /** One attempt. Never throws for what the sink does. */
    Attempt post(Due due) throws InterruptedException {
        var at = clock.instant();
        var refusal = addresses.refusal(due.sink());
        if (refusal.isPresent()) {
            return Attempt.failed(at, 0, "the address " + refusal.get());
        }
        var sent = client.sendAsync(request(due, at), _ -> new FirstBytes(ANSWER_READ_MAX));
        try {
            var answer = sent.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return Attempt.answered(at, answer.statusCode(), since(at), beginning(answer));
        } catch (TimeoutException e) {
            sent.cancel(true);
            return Attempt.failed(
                    at,
                    since(at),
                    "no complete answer within " + config.timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            return Attempt.failed(at, since(at), inWords(e.getCause() == null ? e : e.getCause()));
        }
    }

    private HttpRequest request(Due due, Instant at) {
        return HttpRequest.newBuilder(due.sink())
                .timeout(config.timeout())
                .header("content-type", "application/cloudevents+json; charset=utf-8")
                .header("user-agent", "Lodestone/1.0 (webhooks)")
                .header("webhook-id", due.webhookId())
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", Signature.of(due.secret(), due.webhookId(), at, due.body()))
                .POST(BodyPublishers.ofString(due.body(), UTF_8))
                .build();
    }

    private long since(Instant at) {
        return Math.max(0, clock.millis() - at.toEpochMilli());
    }

    private static String beginning(HttpResponse<byte[]> answer) {
        var bytes = answer.body();
        var kept = Arrays.copyOf(bytes, Math.min(bytes.length, ANSWER_KEPT_MAX));
        return new String(kept, UTF_8).replace("\0", ""); // PostgreSQL keeps no NUL in text
    }

    private static String inWords(Throwable cause) {
        var name = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
    }
}
