package io.lodestone.testing.planted.mines.surveying;

/** Planted: money as a floating number in a record. */
public record FloatingRecord(double amount) {}
