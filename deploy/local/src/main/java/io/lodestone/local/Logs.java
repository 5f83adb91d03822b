package io.lodestone.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the processes printed. */
@Command(name = "logs", description = "The last lines of one log, or of all.")
final class Logs implements Callable<Integer> {

    @Mixin
    private Main.Which which = new Main.Which();

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "deals, projects, ..., postgres, kafka or issuer; all when left out.")
    private @Nullable String name;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "How many lines (default ${DEFAULT-VALUE}).")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is printed.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (name != null && !Platform.names().contains(name)) {
            throw new Trouble("There is no " + name + " here; there are " + String.join(", ", Platform.names()) + ".");
        }
        var state = which.state();
        var files = (name == null ? Platform.names() : List.of(name))
                .stream()
                        .map(state::log)
                        .filter(Files::exists)
                        .map(Path::toString)
                        .toList();
        if (files.isEmpty()) {
            throw new Trouble("There are no logs yet: start the platform with ./lodestone up.");
        }
        var command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        command.addAll(files);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
