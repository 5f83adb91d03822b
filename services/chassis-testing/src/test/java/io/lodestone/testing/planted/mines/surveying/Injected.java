package io.lodestone.testing.planted.mines.surveying;

import jakarta.inject.Inject;

/** Planted: a collaborator that comes through a field. */
public class Injected {
    @Inject
    Surveying surveying;
}
