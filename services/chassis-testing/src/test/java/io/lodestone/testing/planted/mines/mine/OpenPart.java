package io.lodestone.testing.planted.mines.mine;

import jakarta.persistence.Embeddable;

/** Planted: a part of the state that the package can change. */
@Embeddable
public class OpenPart {
    String name;
}
