package io.lodestone.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where one platform keeps what it needs: {@code .lodestone/<port base>/} in the repository.
 *
 * @param root the repository
 * @param base the port base; the issuer listens on it, the services on the five ports above
 */
public record State(Path root, int base) {

    private static final long FREE_BYTES_MIN = 1L << 30;

    public Path home() {
        return root.resolve(".lodestone/" + base);
    }

    public Path pids() {
        return home().resolve("run");
    }

    Path log(String name) {
        return home().resolve("logs/" + name + ".log");
    }

    String issuer() {
        return "http://127.0.0.1:" + base;
    }

    /** Where a service of this platform answers. */
    public URI address(Service service) {
        return URI.create("http://127.0.0.1:" + service.port(base));
    }

    public SigningKey signingKey() {
        return SigningKey.in(home().resolve("issuer"), issuer());
    }

    Secrets passwords() {
        return Secrets.in(home());
    }

    /** @throws Trouble when nothing can be kept here */
    void mustBeUsable() {
        try {
            Files.createDirectories(home());
            if (!Files.isWritable(home())) {
                throw new Trouble("The folder " + home() + " is not writable: give yourself the right to write there.");
            }
            if (home().toFile().getUsableSpace() < FREE_BYTES_MIN) {
                throw new Trouble("Less than 1 GiB of disk is free at " + home() + ": make room first.");
            }
        } catch (IOException e) {
            throw new Trouble("The folder " + home() + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** A small note kept between two starts, such as the port PostgreSQL listens on. */
    Optional<String> note(String name) {
        try {
            var file = home().resolve(name);
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void note(String name, String value) {
        try {
            Files.writeString(home().resolve(name), value + "\n");
        } catch (IOException e) {
            throw new Trouble("Could not write into " + home() + ": " + e.getMessage(), e);
        }
    }
}
