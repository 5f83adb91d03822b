package io.lodestone.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what runs. Exit code 0 when everything is ready. */
@Command(
        name = "status",
        description = "What runs, on which port, with how much memory; exit code 3 when not everything is ready.")
final class Status implements Callable<Integer> {

    private static final int NOT_READY = 3;

    @Mixin
    private Main.Which which = new Main.Which();

    @Override
    public Integer call() {
        var state = which.state();
        var platform = new Platform(state, new Progress(System.out));
        boolean complete = true;
        long mebibytes = 0;
        System.out.println(String.format(Locale.ROOT, "%-14s %6s %8s %8s  %s", "", "port", "process", "MiB", "state"));
        for (var name : Platform.names()) {
            var process = platform.find(name);
            var port = port(platform, state, name);
            boolean ready = process.isPresent() && isReady(state, name, port);
            long resident = process.map(Running::residentMebibytes).orElse(0L);
            System.out.println(String.format(
                    Locale.ROOT,
                    "%-14s %6d %8s %8d  %s",
                    name,
                    port,
                    process.map(p -> Long.toString(p.pid())).orElse("-"),
                    resident,
                    ready ? "ready" : process.isPresent() ? "not ready" : "does not run"));
            complete &= ready;
            mebibytes += resident;
        }
        System.out.println(String.format(Locale.ROOT, "%-14s %6s %8s %8d", "in all", "", "", mebibytes));
        return complete ? 0 : NOT_READY;
    }

    private static int port(Platform platform, State state, String name) {
        return switch (name) {
            case "issuer" -> state.base();
            case "postgres" -> platform.postgresPort();
            case "kafka" -> platform.kafkaPort();
            default -> service(name).port(state.base());
        };
    }

    private static boolean isReady(State state, String name, int port) {
        return switch (name) {
            case "issuer", "postgres", "kafka" -> Ports.answers(port);
            default -> Http.isReady(state.address(service(name)));
        };
    }

    private static Service service(String name) {
        return Arrays.stream(Service.values())
                .filter(service -> service.title().equals(name))
                .findAny()
                .orElseThrow();
    }
}
