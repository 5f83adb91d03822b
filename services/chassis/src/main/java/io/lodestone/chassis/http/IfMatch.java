package io.lodestone.chassis.http;

/** The version a caller believes a resource to have; taken from the If-Match header. */
public final class IfMatch {

    /** The default value of the header parameter. */
    public static final String MISSING = "";

    private final String header;

    private IfMatch(String header) {
        this.header = header.strip();
    }

    public static IfMatch valueOf(String header) {
        return new IfMatch(header);
    }

    /** For what happens inside one command, such as an import. */
    public static IfMatch any() {
        return new IfMatch("*");
    }

    /** @throws ProblemException 428 when the header is missing, 412 when the resource has moved on */
    public void check(long version) {
        if (header.isEmpty()) {
            throw new ProblemException(Problem.of(
                    428,
                    "if-match-missing",
                    "Send If-Match with the ETag you read, or If-Match: * to act on whatever is there."));
        }
        if (!header.equals("*") && !header.equals(tag(version)) && !header.equals("W/" + tag(version))) {
            throw new ProblemException(
                    Problem.of(412, "stale", "The resource is at " + tag(version) + " now. Read it again, then decide.")
                            .with("currentETag", tag(version)));
        }
    }

    /** The ETag of a version: {@code "5"}, quotes included. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}
