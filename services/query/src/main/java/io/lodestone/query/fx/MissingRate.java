package io.lodestone.query.fx;

import java.time.LocalDate;

/** Nobody published how to tell amounts of a currency in another one on that day. */
public final class MissingRate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String from;
    private final String to;
    private final transient LocalDate day;

    MissingRate(String from, String to, LocalDate day) {
        super("no rate from " + from + " to " + to + " on " + day);
        this.from = from;
        this.to = to;
        this.day = day;
    }

    public String from() {
        return from;
    }

    public String to() {
        return to;
    }

    public LocalDate day() {
        return day;
    }
}
