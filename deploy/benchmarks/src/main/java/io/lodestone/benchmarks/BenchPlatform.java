package io.lodestone.benchmarks;

import io.lodestone.local.Folders;
import io.lodestone.local.Http;
import io.lodestone.local.Platform;
import io.lodestone.local.PostgresServer;
import io.lodestone.local.Progress;
import io.lodestone.local.Running;
import io.lodestone.local.Service;
import io.lodestone.local.State;
import io.lodestone.local.Trouble;
import io.lodestone.local.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A platform for one bench: ports and folder of its own, empty at first, thrown away at the end and on Ctrl-C. Not for
 * several threads.
 */
public final class BenchPlatform implements AutoCloseable {

    /** Issuer here, the services on the five ports above, what a bench adds on those above them. */
    public static final int BASE = 23_080;

    private static final Duration READY = Duration.ofSeconds(90);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final State state;
    private final Platform platform;
    private final Progress progress;
    private final Set<String> frozen = new HashSet<>();
    private final List<Running> beside = new ArrayList<>();
    private boolean warm;
    private final Thread hook = new Thread(this::end, "end-of-bench");

    private BenchPlatform(State state, Platform platform, Progress progress) {
        this.state = state;
        this.platform = platform;
        this.progress = progress;
    }

    /** @param root the repository, built */
    public static BenchPlatform start(Path root, Progress progress) {
        var state = new State(root, BASE);
        var platform = new Platform(state, progress);
        platform.down();
        Folders.delete(state.home());
        var bench = new BenchPlatform(state, platform, progress);
        Runtime.getRuntime().addShutdownHook(bench.hook);
        bench.choosePorts();
        platform.up();
        return bench;
    }

    /** Away from the usual ones, which another platform may be about to take. */
    private void choosePorts() {
        try {
            Files.createDirectories(state.home());
            Files.writeString(state.home().resolve("postgres.port"), state.base() + 20 + "\n");
            Files.writeString(state.home().resolve("kafka.port"), state.base() + 21 + "\n");
        } catch (IOException e) {
            throw new Trouble("Could not write into " + state.home() + ": " + e.getMessage(), e);
        }
    }

    public Path root() {
        return state.root();
    }

    public Progress progress() {
        return progress;
    }

    public URI address(Service service) {
        return state.address(service);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + platform.kafkaPort();
    }

    public PostgresServer postgres() {
        return PostgresServer.of(process("postgres"), state.home().resolve("postgres"), platform.postgresPort());
    }

    /** As the superuser. */
    public Connection connect(String database) throws SQLException {
        return postgres().connect(database);
    }

    /** Good for an hour. @param claims {@code sub}, {@code groups} and what the role needs */
    public String token(Map<String, Object> claims) {
        return state.signingKey().token(claims, Duration.ofHours(1));
    }

    /** A process of this platform: a service's title, postgres, kafka or issuer. */
    public Running process(String name) {
        return platform.find(name).orElseThrow(() -> new Trouble("The process " + name + " does not run any more."));
    }

    /** Ends a service. */
    public void stop(Service service) {
        process(service.title()).stop(PATIENCE);
    }

    /** Starts a service that was stopped, with settings of its own, and waits until it is ready. */
    public void start(Service service, Map<String, String> settings) {
        int port = service.port(state.base());
        awaitReady(platform.start(service, service.title(), port, settings), port);
    }

    /** Starts one more of a service beside the first, and waits until it is ready; ends with the platform. */
    public URI startBeside(Service service, Map<String, String> settings) {
        int port = state.base() + 10 + beside.size();
        var process = platform.start(service, service.title() + "-beside", port, settings);
        beside.add(process);
        awaitReady(process, port);
        return at(port);
    }

    /** Ends those started beside the first. */
    public void stopBeside() {
        beside.forEach(process -> process.stop(PATIENCE));
        beside.clear();
    }

    /** What brings a platform to its speed. */
    @FunctionalInterface
    interface Warming {
        void run() throws Exception;
    }

    /** Runs it unless a bench before this one has. */
    void warmOnce(Warming warming) throws Exception {
        if (!warm) {
            warming.run();
            warm = true;
        }
    }

    /** Stops processes where they are (SIGSTOP), until {@link #thaw}. */
    public void freeze(Collection<String> names) {
        for (var name : names) {
            signal("STOP", process(name));
            frozen.add(name);
        }
    }

    /** Those stopped since the last {@link #thaw}. */
    public Set<String> frozen() {
        return Set.copyOf(frozen);
    }

    /** Lets all frozen processes go on. */
    public void thaw() {
        for (var name : frozen) {
            signal("CONT", process(name));
        }
        frozen.clear();
    }

    private void awaitReady(Running process, int port) {
        Waiting.until(process.name() + " to be ready", READY, () -> {
            if (!process.isAlive()) {
                throw new Trouble(process.name() + " ended while starting; its log is below " + state.home());
            }
            return Http.isReady(at(port));
        });
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void signal(String signal, Running process) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Trouble("Could not signal " + process.name() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        end();
    }

    private void end() {
        frozen.stream().flatMap(name -> platform.find(name).stream()).forEach(process -> signal("CONT", process));
        stopBeside();
        platform.down();
        Folders.delete(state.home());
    }
}
