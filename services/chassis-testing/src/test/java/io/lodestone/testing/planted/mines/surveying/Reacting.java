package io.lodestone.testing.planted.mines.surveying;

import io.smallrye.mutiny.Uni;

/** Planted: a reactive type above the chassis. */
public class Reacting {
    Uni<String> survey;
}
