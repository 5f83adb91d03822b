package io.lodestone.testing.planted.mines.surveying;

/** Planted: a name that says nothing. */
public class MineUtils {}
