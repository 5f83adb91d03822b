package io.lodestone.local;

/** Something a person can mend. The message is one sentence that says what is wrong and what to do. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Trouble(String message) {
        super(message);
    }

    public Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
