package io.lodestone.chassis.simulation;

/** The acting process goes no further than this. An error, so that nothing on the way takes it for a failure to handle. */
public final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    private final boolean silent;

    Crash(boolean silent) {
        super(silent ? "hangs for ever" : "is killed", null, false, false);
        this.silent = silent;
    }

    /** True when its connections stay open (it was stopped, its machine is gone); false when the kernel closes them. */
    public boolean silent() {
        return silent;
    }
}
