package io.lodestone.testing.planted.mines.surveying;

import jakarta.transaction.Transactional;

/** Planted: a transaction opened by the edge as a whole. */
@Transactional
public class ClassTransactionResource {}
