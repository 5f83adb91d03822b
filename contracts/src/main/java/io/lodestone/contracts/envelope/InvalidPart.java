package io.lodestone.contracts.envelope;

/** What a value type throws: names the part that is wrong, so that a caller can be told which field to mend. */
public interface InvalidPart {

    /** The wrong part as it is called in JSON; empty when it is the whole value. */
    String component();

    /** What is wrong with it, in words that follow the field's name. */
    String getMessage();
}
