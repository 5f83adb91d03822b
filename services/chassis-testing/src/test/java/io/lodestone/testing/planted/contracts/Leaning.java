package io.lodestone.testing.planted.contracts;

/** Planted: the language leaning on a framework. */
public class Leaning {
    jakarta.persistence.EntityManager entities;
}
