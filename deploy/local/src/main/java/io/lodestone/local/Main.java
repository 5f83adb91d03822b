package io.lodestone.local;

import java.nio.file.Path;
import java.util.Scanner;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./lodestone} calls once everything is built. */
@Command(
        name = "lodestone",
        description = "The Lodestone platform on this machine: real PostgreSQL, real Kafka, five services, no Docker.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Up.class, Down.class, Status.class, Logs.class, Token.class, OutboxCommand.class, Reset.class})
public final class Main {

    private Main() {}

    /** Says a person what went wrong in one sentence; exit code 1. */
    public static void main(String[] args) {
        var line = new CommandLine(new Main());
        line.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println(e instanceof Trouble ? e.getMessage() : "Failed: " + e);
            return 1;
        });
        System.exit(line.execute(args));
    }

    /** Which platform is meant; every command has it. */
    static final class Which {

        @Option(
                names = "--port-base",
                paramLabel = "N",
                defaultValue = "8080",
                description = "The issuer listens on N, the services on N+1 to N+5 (default ${DEFAULT-VALUE}).")
        private int base;

        State state() {
            if (base < 1024 || base > 65_000) {
                throw new Trouble("A port base lies between 1024 and 65000.");
            }
            return new State(
                    Path.of(System.getProperty("lodestone.home", "."))
                            .toAbsolutePath()
                            .normalize(),
                    base);
        }
    }

    /** Asks on the terminal; anything but yes is no. */
    static boolean confirmed(String question) {
        System.out.print(question + " [y/N] ");
        System.out.flush();
        try (var in = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8)) {
            return in.hasNextLine()
                    && in.nextLine().strip().toLowerCase(java.util.Locale.ROOT).startsWith("y");
        }
    }
}
