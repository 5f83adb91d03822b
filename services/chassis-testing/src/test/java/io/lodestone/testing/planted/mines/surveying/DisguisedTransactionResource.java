package io.lodestone.testing.planted.mines.surveying;

/** Planted: a transaction opened by an annotation of another name. */
@InOneTransaction
public class DisguisedTransactionResource {}
