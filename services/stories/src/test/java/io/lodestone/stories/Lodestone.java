package io.lodestone.stories;

import io.lodestone.local.Http;
import io.lodestone.local.Platform;
import io.lodestone.local.Ports;
import io.lodestone.local.Progress;
import io.lodestone.local.Running;
import io.lodestone.local.Service;
import io.lodestone.local.SigningKey;
import io.lodestone.local.State;
import io.lodestone.local.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The platform that {@code ./lodestone up} starts, on ports of its own and with its state under {@code target/}. One for
 * all stories of a run; it ends with them.
 */
final class Lodestone implements AutoCloseable {

    private static final String ISSUER = "http://127.0.0.1:";
    private static final Duration READY = Duration.ofSeconds(90);
    private static final Duration STOPPED = Duration.ofSeconds(15);

    /** Ports above those of the platform. */
    private static final int BESIDE = 6;

    private static final int POSTGRES = 7;
    private static final int KAFKA = 8;

    private final State state;
    private final Thread emergency = new Thread(this::end, "stories-stop");

    private volatile @Nullable Running beside;

    private Lodestone(State state) {
        this.state = state;
    }

    static Lodestone start() {
        var lodestone = new Lodestone(new State(workplace(), freeBase()));
        Runtime.getRuntime().addShutdownHook(lodestone.emergency);
        lodestone.choosePorts();
        lodestone.up();
        // where chassis-testing's TopicReader looks
        System.setProperty("lodestone.backbone.running.kafka", "127.0.0.1:" + lodestone.note("kafka.port"));
        return lodestone;
    }

    /** Starts what does not run, as {@code ./lodestone up} does. */
    void up() {
        new Platform(state, new Progress(System.out)).up();
    }

    /** SIGKILL, as the kernel does it. Returns when the process is gone. */
    void kill(Service service) {
        kill(service.title());
    }

    /** As {@link #kill}, the second instance. */
    void killBeside(Service service) {
        kill(service.title() + "-2");
        beside = null;
    }

    private void kill(String name) {
        var process = ProcessHandle.of(
                        Running.find(name, home().resolve("run")).orElseThrow().pid())
                .orElseThrow();
        process.destroyForcibly();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(name + " does not die", e);
        }
    }

    String url(Service service) {
        return at(service.port(state.base())).toString();
    }

    /** Starts a second instance of a service, ready when this returns. PostgreSQL knows it by its name. */
    void startBeside(Service service) {
        int port = state.base() + BESIDE;
        var name = service.title() + "-2";
        var database = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + note("postgres.port") + "/" + service.title() + "?ApplicationName="
                        + name);
        var second = new Platform(state, new Progress(System.out)).start(service, name, port, database);
        beside = second;
        Waiting.until("a second " + service.title(), READY, () -> second.isAlive() && Http.isReady(at(port)));
    }

    void stopBeside() {
        var second = beside;
        beside = null;
        if (second != null) {
            second.stop(STOPPED);
        }
    }

    /** Where a client may ask instead when {@link #url} does not answer: at the second instance if there is one. */
    String otherUrl(Service service) {
        var second = beside;
        return second != null && second.name().equals(service.title() + "-2")
                ? at(state.base() + BESIDE).toString()
                : url(service);
    }

    /** Somebody who may ask, for an hour. */
    Person person(String subject, String agency, String... roles) {
        var claims = new HashMap<String, Object>(Map.of("sub", subject, "groups", List.of(roles)));
        if (!agency.isEmpty()) {
            claims.put("agency", agency);
        }
        return new Person(this, signingKey().token(claims, Duration.ofHours(1)));
    }

    SigningKey signingKey() {
        return SigningKey.in(home().resolve("issuer"), ISSUER + state.base());
    }

    /** The repository. Failsafe says where it is; an IDE runs tests in the module's folder, two below. */
    static Path repository() {
        return Path.of(System.getProperty("lodestone.home", "../.."))
                .toAbsolutePath()
                .normalize();
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(emergency);
        end();
        clearAway();
    }

    /** All but the logs. A walk does not go through the links: what they point at stays. */
    private void clearAway() {
        var logs = home().resolve("logs");
        try (var files = Files.walk(state.root())) {
            for (var file : files.filter(file -> !file.startsWith(logs) && !logs.startsWith(file))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void end() {
        stopBeside();
        new Platform(state, new Progress(System.out)).down();
    }

    /** Where the platform keeps its state. */
    Path home() {
        return state.root().resolve(".lodestone/" + state.base());
    }

    /** A note of the platform, such as {@code kafka.port}. */
    String note(String name) {
        try {
            return Files.readString(home().resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Away from the usual ones: nobody else may take them while a story has a server down. */
    private void choosePorts() {
        try {
            Files.createDirectories(home());
            Files.writeString(home().resolve("postgres.port"), state.base() + POSTGRES + "\n");
            Files.writeString(home().resolve("kafka.port"), state.base() + KAFKA + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A repository of links, so that the platform finds what is built and keeps its own state below {@code target/}. */
    private static Path workplace() {
        try {
            var target = Files.createDirectories(Path.of("target").toAbsolutePath());
            var place = Files.createTempDirectory(target, "platform-");
            for (var part : List.of("services", "deploy", "contracts")) {
                Files.createSymbolicLink(place.resolve(part), repository().resolve(part));
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nine ports in a row, away from the usual ones. */
    private static int freeBase() {
        var random = new Random();
        for (int tries = 0; tries < 100; tries++) {
            int base = 20_000 + 10 * random.nextInt(1_000);
            if (IntStream.rangeClosed(base, base + KAFKA).allMatch(Ports::isFree)) {
                return base;
            }
        }
        throw new IllegalStateException("no nine free ports in a row");
    }
}
