package io.lodestone.local;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** One local platform: what runs of it, and how it is started and ended. There is no process that watches the others. */
public final class Platform {

    /** Bounded, as is the heap of each: the five services together stay under 2 GiB. */
    private static final List<String> JVM = List.of(
            "-Xms48m",
            "-XX:MaxMetaspaceSize=160m",
            "-XX:ReservedCodeCacheSize=64m",
            "-Xss512k",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    /** The pool that CompletableFuture takes by itself has one thread on two cores: one thing after the other. */
    private static final Executor AT_ONCE = Thread::startVirtualThread;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final State state;
    private final Progress progress;

    public Platform(State state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    /** Everything that should run, by name, in the order it is started. */
    static List<String> names() {
        var names = new ArrayList<>(List.of("issuer", "postgres", "kafka"));
        Arrays.stream(Service.values()).map(Service::title).forEach(names::add);
        return names;
    }

    public Optional<Running> find(String name) {
        return Running.find(name, state.pids());
    }

    /** True when every process runs and every service is ready. */
    boolean isComplete() {
        return names().stream().allMatch(name -> find(name).isPresent())
                && Arrays.stream(Service.values()).allMatch(service -> Http.isReady(state.address(service)));
    }

    /**
     * Starts what does not run yet and returns when every service is ready.
     *
     * @throws Trouble when something cannot start; what this call started is ended again
     */
    public void up() {
        state.mustBeUsable();
        portsMustBeFree();
        var missing = names().stream().filter(name -> find(name).isEmpty()).toList();
        var emergency = new Thread(
                () -> {
                    Running.startNoMore();
                    end(missing);
                },
                "take-back");
        Runtime.getRuntime().addShutdownHook(emergency);
        try {
            backbone();
            services();
        } catch (RuntimeException e) {
            end(missing);
            throw e;
        }
        Runtime.getRuntime().removeShutdownHook(emergency);
    }

    /** Ends all that runs. */
    public void down() {
        end(names());
    }

    /** Services first and at once, then what they stand on. */
    private void end(List<String> names) {
        var services = Arrays.stream(Service.values())
                .map(Service::title)
                .filter(names::contains)
                .flatMap(name -> find(name).stream())
                .map(service -> CompletableFuture.runAsync(() -> service.stop(PATIENCE), AT_ONCE))
                .toList();
        services.forEach(CompletableFuture::join);
        for (var name : List.of("kafka", "postgres", "issuer")) {
            if (names.contains(name)) {
                find(name).ifPresent(process -> process.signal(name.equals("postgres") ? "INT" : "TERM", PATIENCE));
            }
        }
    }

    private void backbone() {
        progress.step("issuer, PostgreSQL and Kafka", () -> {
            var issuer = CompletableFuture.runAsync(this::issuer, AT_ONCE);
            var postgres = CompletableFuture.runAsync(this::postgres, AT_ONCE);
            var kafka = CompletableFuture.runAsync(this::kafka, AT_ONCE);
            try {
                CompletableFuture.allOf(issuer, postgres, kafka).join();
            } catch (java.util.concurrent.CompletionException e) {
                throw e.getCause() instanceof Trouble trouble
                        ? trouble
                        : new Trouble(String.valueOf(e.getMessage()), e);
            }
        });
    }

    private void issuer() {
        if (find("issuer").isEmpty()) {
            Issuer.start(
                    state.base(),
                    state.home().resolve("issuer"),
                    state.signingKey(),
                    state.log("issuer"),
                    state.pids());
        }
    }

    private void postgres() {
        var home = state.home().resolve("postgres");
        var server = find("postgres")
                .map(process -> PostgresServer.of(process, home, postgresPort()))
                .orElseGet(() -> {
                    state.note("postgres.port", Integer.toString(freePort("postgres.port", 5432)));
                    return PostgresServer.start(home, postgresPort(), state.log("postgres"), state.pids());
                });
        for (var service : Service.values()) {
            server.createDatabase(service.title(), state.passwords().get(service.title()));
        }
    }

    private void kafka() {
        var broker = find("kafka")
                .map(process -> KafkaBroker.of(process, kafkaPort()))
                .orElseGet(() -> {
                    state.note("kafka.port", Integer.toString(freePort("kafka.port", 9092)));
                    return KafkaBroker.start(
                            state.home().resolve("kafka"), kafkaPort(), state.root(), state.log("kafka"), state.pids());
                });
        broker.createTopics();
    }

    private void services() {
        var running = new ArrayList<Running>();
        for (var service : Service.values()) {
            running.add(find(service.title()).orElseGet(() -> start(service)));
        }
        for (int i = 0; i < running.size(); i++) {
            var service = Service.values()[i];
            var process = running.get(i);
            progress.step(
                    service.title() + " on port " + service.port(state.base()), () -> awaitReady(service, process));
        }
    }

    private Running start(Service service) {
        return start(service, service.title(), service.port(state.base()), Map.of());
    }

    /**
     * Starts a service, or a second one of its kind beside it, and does not wait for it.
     *
     * @param name what its process, its log and its note are called
     * @param more settings beside the usual ones, as environment variables
     */
    public Running start(Service service, String name, int port, Map<String, String> more) {
        var jar = service.jar(state.root());
        if (!Files.exists(jar)) {
            throw new Trouble("The service " + service.title() + " is not built: run ./lodestone up, which builds it.");
        }
        var command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(JVM);
        command.addAll(service.heap());
        command.addAll(List.of("-jar", jar.toString()));
        var environment = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + postgresPort() + "/" + service.title(),
                "QUARKUS_DATASOURCE_USERNAME",
                service.title(),
                "QUARKUS_DATASOURCE_PASSWORD",
                state.passwords().get(service.title()),
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                state.issuer(),
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + kafkaPort(),
                "LODESTONE_WEBHOOKS_PRIVATE_ADDRESSES",
                "true"));
        environment.putAll(more);
        return Running.start(name, command, environment, state.log(name), state.pids());
    }

    private void awaitReady(Service service, Running process) {
        Waiting.until(service.title() + " to be ready; its log: " + process.log(), Duration.ofSeconds(90), () -> {
            if (!process.isAlive()) {
                throw new Trouble(
                        "The service " + service.title() + " ended while starting; its log says why: " + process.log());
            }
            return Http.isReady(state.address(service));
        });
    }

    public int postgresPort() {
        return state.note("postgres.port").map(Integer::parseInt).orElse(5432);
    }

    public int kafkaPort() {
        return state.note("kafka.port").map(Integer::parseInt).orElse(9092);
    }

    /** The port of last time if it is still free, else the usual one, else the next above it. */
    private int freePort(String note, int usual) {
        return state.note(note).map(Integer::parseInt).filter(Ports::isFree).orElseGet(() -> Ports.freeFrom(usual));
    }

    private void portsMustBeFree() {
        var taken = new ArrayList<Integer>();
        if (find("issuer").isEmpty() && !Ports.isFree(state.base())) {
            taken.add(state.base());
        }
        for (var service : Service.values()) {
            if (find(service.title()).isEmpty() && !Ports.isFree(service.port(state.base()))) {
                taken.add(service.port(state.base()));
            }
        }
        if (!taken.isEmpty()) {
            throw new Trouble((taken.size() == 1 ? "Port " : "Ports ")
                    + taken.stream().map(String::valueOf).collect(joining(", "))
                    + (taken.size() == 1 ? " is" : " are")
                    + " taken by another program: end it, or choose other ports with ./lodestone up --port-base N.");
        }
    }
}
