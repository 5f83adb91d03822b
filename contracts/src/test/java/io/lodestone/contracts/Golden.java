package io.lodestone.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The corpus of facts as they were written. {@code INDEX} has a line for each file, its SHA-256 and its path as
 * {@code sha256sum} prints them; lines are only ever added.
 *
 * @param home the folder
 */
record Golden(Path home) {

    private static final String NEVER = "golden events are never edited; add a new one";

    /** Paths below {@link #home}, sorted. */
    List<String> files() throws IOException {
        Files.createDirectories(home);
        try (var files = Files.walk(home)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    JsonNode read(String file) throws IOException {
        return PublishedLanguage.JSON.readTree(home.resolve(file).toFile());
    }

    /** Does nothing when the file is there. */
    void add(String path, String content) throws IOException {
        var file = home.resolve(path);
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        }
    }

    /** Adds lines for new files; lines that are there stay. */
    void indexWhatIsNew() throws IOException {
        var lines = new StringBuilder();
        var known = index();
        for (var file : files()) {
            if (!known.containsKey(file)) {
                lines.append(sum(file)).append("  ").append(file).append('\n');
            }
        }
        Files.writeString(indexFile(), lines, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** One sentence for each file that is not as INDEX says. */
    List<String> complaints() throws IOException {
        var complaints = new ArrayList<String>();
        var known = index();
        var files = files();
        for (var line : known.entrySet()) {
            var file = line.getKey();
            if (!files.contains(file)) {
                complaints.add(file + " was deleted: " + NEVER);
            } else if (!sum(file).equals(line.getValue())) {
                complaints.add(file + " was changed: " + NEVER);
            }
        }
        for (var file : files) {
            if (!known.containsKey(file)) {
                complaints.add(file + " is not in INDEX: run mvn -pl contracts test -Dlodestone.write=true");
            }
        }
        return complaints;
    }

    private Map<String, String> index() throws IOException {
        var index = new LinkedHashMap<String, String>();
        if (Files.exists(indexFile())) {
            for (var line : Files.readAllLines(indexFile())) {
                var parts = line.split("  ", 2);
                if (parts.length != 2 || index.put(parts[1], parts[0]) != null) {
                    throw new IOException("INDEX has a line that is not one file's only: " + line);
                }
            }
        }
        return index;
    }

    private Path indexFile() {
        return home.resolve("INDEX");
    }

    private String sum(String file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(home.resolve(file))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
