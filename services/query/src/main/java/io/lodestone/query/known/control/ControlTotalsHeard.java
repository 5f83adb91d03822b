package io.lodestone.query.known.control;

/** All parts of a run of control totals have come; told when that is committed. */
public record ControlTotalsHeard() {}
