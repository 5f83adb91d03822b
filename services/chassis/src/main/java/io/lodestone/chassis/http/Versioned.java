package io.lodestone.chassis.http;

import java.util.UUID;

/** A view with an identity and a version, so that it can have a Location and an ETag. */
public interface Versioned {

    UUID id();

    long version();
}
