package io.lodestone.local;

import java.nio.file.Path;

/** The JDK this JVM runs on; the platform's processes run on the same. */
final class Jdk {

    private Jdk() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
