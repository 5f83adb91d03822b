package io.lodestone.chassis.feed;

/** What a service cannot take in yet; a later build can. */
final class Bug {

    private boolean mended;

    void mend() {
        mended = true;
    }

    boolean isMended() {
        return mended;
    }
}
