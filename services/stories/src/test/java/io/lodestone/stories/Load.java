package io.lodestone.stories;

import io.lodestone.local.Service;
import io.lodestone.stories.invariants.Operation;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Clients that take loans from proposal to repayment, at most 48 commands a second in all. A client that gets no answer
 * leaves the loan where it is and begins another; {@link #settle} repeats what has no answer.
 */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final Duration BETWEEN_COMMANDS = Duration.ofMillis(1000 * CLIENTS / 48);
    private static final Duration PAUSE_WITHOUT_ANSWER = Duration.ofMillis(700);
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(40);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

    private final Lodestone lodestone;
    private final List<String> projects;
    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private volatile boolean stopping;

    Load(Lodestone lodestone, long seed, List<String> projects) {
        this.lodestone = lodestone;
        this.projects = projects;
        this.clients = IntStream.range(0, CLIENTS)
                .mapToObj(n -> Thread.ofPlatform().name("client-" + n).start(() -> work(new Random(seed + n))))
                .toList();
    }

    /** Ends the commands in the air, one by one per client. */
    void stop() throws InterruptedException {
        stopping = true;
        for (var client : clients) {
            client.join(ENDS_WITHIN);
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("a client failed", failures.peek());
        }
    }

    /** Repeats each command without an answer under its key until there is one; gives how many there were. */
    int settle() throws InterruptedException {
        var open = commands.stream().filter(Command::isUnknown).toList();
        long end = System.nanoTime() + SETTLES_WITHIN.toNanos();
        for (var command : open) {
            while (command.isStillOpen() && System.nanoTime() < end) {
                if (command.send(http).unknown()) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            }
        }
        return open.size();
    }

    List<Operation> operations() {
        return commands.stream().map(Command::operation).toList();
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        http.close();
    }

    private void work(Random random) {
        try {
            var agency = random.nextBoolean() ? "EXIM" : "DFC";
            while (!stopping) {
                new Walk(agency, random).walk();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            failures.add(e);
        }
    }

    /** One loan, until it is repaid or a command of it has no answer. */
    private final class Walk {

        private final String agency;
        private final Random random;
        private final Person officer;
        private final Person approver;
        private String deal = "";
        private boolean goesOn = true;

        Walk(String agency, Random random) {
            this.agency = agency;
            this.random = random;
            this.officer = lodestone.person("olga", agency, "deal-officer");
            this.approver = lodestone.person("anna", agency, "deal-approver");
        }

        void walk() throws InterruptedException {
            long cents = 1_000_000_00L + random.nextInt(100_000_000);
            deal = propose(cents);
            if (random.nextInt(4) == 0) {
                refused(officer, "/signing", Map.of());
            }
            act(officer, "/application", Map.of());
            act(officer, "/due-diligence", Map.of());
            if (random.nextInt(4) == 0) {
                refused(officer, "/approval", Map.of()); // not by an officer
            }
            act(approver, "/approval", Map.of());
            act(officer, "/signing", Map.of());
            act(officer, "/effectiveness", Map.of());
            if (random.nextInt(4) == 0) {
                refused(officer, "/disbursements", Map.of("amount", dollars(cents + 1)));
            }
            long drawn = 0;
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                long part = cents / 3 - random.nextInt(1_000);
                act(officer, "/disbursements", Map.of("amount", dollars(part)));
                drawn += part;
            }
            act(officer, "/repayments", Map.of("principal", dollars(1 + drawn / 7)));
        }

        private String propose(long cents) throws InterruptedException {
            var loan = new HashMap<>(Loans.loan(projects.get(random.nextInt(projects.size())), amount(cents)));
            loan.put("agency", agency);
            return give(new Command(officer, at(""), loan, true)).id();
        }

        private void act(Person who, String verb, Map<String, ?> body) throws InterruptedException {
            if (goesOn) {
                give(new Command(who, at("/" + deal + verb), body, true));
            }
        }

        private void refused(Person who, String verb, Map<String, ?> body) throws InterruptedException {
            if (goesOn) {
                give(new Command(who, at("/" + deal + verb), body, false));
            }
        }

        /** Now and then twice, as a client that did not see the answer. */
        private Command give(Command command) throws InterruptedException {
            long begin = System.nanoTime();
            var answer = command.send(http);
            commands.add(command);
            if (answer.done() && random.nextInt(20) == 0) {
                command.send(http);
            }
            goesOn = !stopping && !answer.unknown();
            long rest = BETWEEN_COMMANDS.toNanos() - (System.nanoTime() - begin);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, rest));
            if (answer.unknown()) {
                TimeUnit.NANOSECONDS.sleep(PAUSE_WITHOUT_ANSWER.toNanos());
            }
            return command;
        }

        private URI at(String path) {
            return URI.create(lodestone.url(Service.DEALS) + "/v1/deals" + path);
        }

        private static Map<String, Object> dollars(long cents) {
            return Loans.money(amount(cents));
        }

        private static String amount(long cents) {
            return "%d.%02d".formatted(cents / 100, cents % 100);
        }
    }
}
