package io.lodestone.contracts;

import java.time.LocalDate;

/**
 * Where a figure comes from.
 *
 * @param url        1 to 1,000 characters, begins with http:// or https://
 * @param seenOn     the day somebody read it there
 * @param confidence REPORTED (press and the like) or CONFIRMED (an official or company source)
 */
public record Source(String url, LocalDate seenOn, Confidence confidence) {

    public enum Confidence {
        REPORTED,
        CONFIRMED
    }

    /** @throws InvalidValue naming the part that is missing or wrong */
    public Source {
        if (url == null || url.length() > 1000 || !url.matches("https?://\\S.*")) {
            throw new InvalidValue("url", "must be an http or https address of at most 1,000 characters");
        }
        if (seenOn == null) {
            throw new InvalidValue("seenOn", "is missing");
        }
        if (confidence == null) {
            throw new InvalidValue("confidence", "is missing");
        }
    }
}
