package io.lodestone.stories;

import io.lodestone.local.Service;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Gives commands one after the other, as a careful client does: a command without an answer is repeated under its
 * Idempotency-Key until there is one. Notes what was acknowledged.
 */
final class Typist implements AutoCloseable {

    private static final Duration GIVES_UP_AFTER = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Person officer;
    private final Person approver;
    private final String project;
    private final Map<String, Integer> acknowledged = new HashMap<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Thread thread;

    private volatile boolean stopping;
    private volatile int commands;
    private volatile int repeated;

    Typist(Lodestone lodestone, String project) {
        this.officer = lodestone.person("olga", "EXIM", "deal-officer");
        this.approver = lodestone.person("anna", "EXIM", "deal-approver");
        this.project = project;
        this.thread = Thread.ofPlatform().name("typist").start(this::work);
    }

    int commands() {
        return commands;
    }

    int repeated() {
        return repeated;
    }

    /** Ends the work in hand and gives the newest acknowledged version of each deal. */
    Map<String, Integer> finish() throws InterruptedException {
        stopping = true;
        thread.join(GIVES_UP_AFTER);
        if (!failures.isEmpty()) {
            throw new AssertionError("the typist failed", failures.getFirst());
        }
        return Map.copyOf(acknowledged);
    }

    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join(GIVES_UP_AFTER);
    }

    private void work() {
        try {
            while (!stopping) {
                oneDeal();
            }
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    private void oneDeal() throws InterruptedException {
        var deal = command(officer, "", Loans.loan(project, "1000000.01"));
        var path = "/" + deal;
        command(officer, path + "/application", Map.of());
        command(officer, path + "/due-diligence", Map.of());
        command(approver, path + "/approval", Map.of());
        command(officer, path + "/signing", Map.of());
        command(officer, path + "/effectiveness", Map.of());
        command(officer, path + "/disbursements", Map.of("amount", Loans.money("333333.34")));
        command(officer, path + "/disbursements", Map.of("amount", Loans.money("222222.22")));
        command(officer, path + "/repayments", Map.of("principal", Loans.money("111111.11")));
    }

    private String command(Person who, String path, Map<String, ?> body) throws InterruptedException {
        var key = UUID.randomUUID().toString();
        long end = System.nanoTime() + GIVES_UP_AFTER.toNanos();
        while (System.nanoTime() < end) {
            var answer = tryOnce(who, path, body, key);
            if (answer != null && answer.statusCode() / 100 == 2) {
                commands++;
                var deal = answer.jsonPath();
                acknowledged.put(deal.getString("id"), deal.getInt("version"));
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis() / 4);
                return deal.getString("id");
            }
            if (answer != null && answer.statusCode() / 100 == 4 && answer.statusCode() != 409) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.asString());
            }
            repeated++;
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        throw new AssertionError("no answer to " + path + " within " + GIVES_UP_AFTER);
    }

    private static @org.jspecify.annotations.Nullable Response tryOnce(
            Person who, String path, Map<String, ?> body, String key) {
        try {
            return who.ask(Service.DEALS)
                    .header("If-Match", "*")
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/v1/deals" + path);
        } catch (Exception e) {
            return null; // nobody there, or gone before the answer: the command may have happened
        }
    }
}
