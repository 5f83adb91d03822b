package io.lodestone.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;

/**
 * What docker-compose.yml needs beside the services: {@code issuer} serves the issuer, {@code topics} creates the topics,
 * {@code load} imports the real data, {@code token} prints a token. Names and paths are those of the Compose file.
 */
final class ComposeJobs {

    private static final String ISSUER = "http://issuer:8080";
    private static final String KAFKA = "kafka:19092";
    private static final Path KEY_FOLDER = Path.of("/issuer");
    private static final Path DATA = Path.of("/data");

    private ComposeJobs() {}

    public static void main(String[] args) throws IOException {
        try {
            switch (args.length == 0 ? "" : args[0]) {
                case "issuer" -> Issuer.main(new String[] {"0.0.0.0", "8080", KEY_FOLDER.toString(), ISSUER});
                case "topics" -> KafkaBroker.createTopics(KAFKA);
                case "load" -> new Loader(DATA, key(), ComposeJobs::address, new Progress(System.out)).load();
                case "token" ->
                    System.exit(new CommandLine(new Token(key())).execute(Arrays.copyOfRange(args, 1, args.length)));
                default -> throw new Trouble("There are the jobs issuer, topics, load and token.");
            }
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static SigningKey key() {
        return SigningKey.in(KEY_FOLDER, ISSUER);
    }

    private static URI address(Service service) {
        return URI.create("http://" + service.title() + ":" + service.port(8080));
    }
}
