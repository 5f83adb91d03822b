package io.lodestone.deals.hearing;

import io.lodestone.deals.offtake.Offtake;

/**
 * Where the thing stands that a condition waits for.
 *
 * @param words as evidence, or as the reason why the condition is open again
 */
record Link(Standing standing, String words) {

    enum Standing {
        THERE,
        GONE,
        PENDING
    }

    static final Link UNKNOWN = new Link(Standing.PENDING, "not known here");

    static Link of(Offtake offtake) {
        var words = "offtake agreement " + offtake.agreement().reference() + " is " + offtake.status();
        return switch (offtake.status()) {
            case SIGNED, IN_FORCE, FULFILLED -> new Link(Standing.THERE, words);
            case IN_DISPUTE, TERMINATED, ABANDONED -> new Link(Standing.GONE, words);
            case NEGOTIATING -> new Link(Standing.PENDING, words);
        };
    }

    /** A code that a later build of projects may say is as good as pending. */
    static Link ofPermit(String key, String status) {
        var words = "permit " + key + " is " + status;
        return switch (status) {
            case "GRANTED" -> new Link(Standing.THERE, words);
            case "DENIED", "REVOKED" -> new Link(Standing.GONE, words);
            default -> new Link(Standing.PENDING, words);
        };
    }
}
