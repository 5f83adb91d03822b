package io.lodestone.testing.planted.mines.mine;

/** Planted: an aggregate that knows validation. */
public class CookedMine {
    jakarta.validation.Validator validator;
}
