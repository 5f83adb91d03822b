package io.lodestone.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders and what is in them. */
public final class Folders {

    private Folders() {}

    /** Deletes a folder and all below it; nothing to do when it is not there. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new Trouble("Could not delete " + folder + ": " + e.getMessage(), e);
        }
    }
}
