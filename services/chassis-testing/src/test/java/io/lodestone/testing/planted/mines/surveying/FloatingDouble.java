package io.lodestone.testing.planted.mines.surveying;

/** Planted: money as a floating number. */
public class FloatingDouble {
    double amount;
}
