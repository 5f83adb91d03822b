package io.lodestone.contracts;

import io.lodestone.contracts.envelope.InvalidPart;

/** A value that is well-formed but wrong. Names the part of the value that is, so that a caller can be told which field to mend. */
public final class InvalidValue extends IllegalArgumentException implements InvalidPart {

    private static final long serialVersionUID = 1L;

    private final String component;

    /** @param component the wrong part, as it is called in JSON; empty when it is the whole value */
    public InvalidValue(String component, String message) {
        super(message);
        this.component = component;
    }

    @Override
    public String component() {
        return component;
    }
}
