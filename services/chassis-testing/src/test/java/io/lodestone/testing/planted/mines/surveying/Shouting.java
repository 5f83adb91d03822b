package io.lodestone.testing.planted.mines.surveying;

import org.eclipse.microprofile.reactive.messaging.Emitter;

/** Planted: a use case that sends. */
public class Shouting {
    Emitter<String> emitter;
}
