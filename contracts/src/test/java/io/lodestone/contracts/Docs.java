package io.lodestone.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the sources say: the Javadoc of a contracts type, in plain text with code between back quotes. The documents take
 * their words from here, so that there is one place to change them.
 */
final class Docs {

    private static final String COMMENT = "/\\*\\*([^*]*+(?:\\*(?!/)[^*]*+)*+)\\*/\\s*";
    private static final String ANNOTATIONS = "(?:@\\w+(?:\\([^)]*\\))?\\s*)*";

    private Docs() {}

    /** The sentences above a type. */
    static String of(Class<?> type) {
        return text(comment(type).split("\\n\\s*@", 2)[0]);
    }

    /** What {@code @param name} of a record says. */
    static Optional<String> component(Class<?> record, String name) {
        for (var tag : comment(record).split("\\n\\s*@")) {
            if (tag.startsWith("param " + name + " ")) {
                return Optional.of(text(tag.substring(("param " + name).length())));
            }
        }
        return Optional.empty();
    }

    /** The sentences above a method that takes nothing. */
    static String ofMethod(Class<?> type, String name) {
        return text(found(type, COMMENT + ANNOTATIONS + "[\\w.]+ " + name + "\\(\\)"));
    }

    /** {@code DealApproved} as {@code Deal approved}. */
    static String title(Class<?> type) {
        var words = type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.charAt(0) + words.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String comment(Class<?> type) {
        return found(
                type,
                COMMENT + ANNOTATIONS + "(?:public |sealed |final )*(?:record|interface|enum|class) "
                        + type.getSimpleName() + "\\b");
    }

    private static String found(Class<?> type, String pattern) {
        var comment = Pattern.compile(pattern).matcher(source(type));
        if (!comment.find()) {
            throw new IllegalStateException(type + " has no Javadoc for " + pattern);
        }
        return "\n" + comment.group(1).replaceAll("(?m)^\\s*\\* ?", "");
    }

    private static String source(Class<?> type) {
        var outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        try {
            return Files.readString(PublishedLanguage.HOME.resolve(
                    "src/main/java/" + outer.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
