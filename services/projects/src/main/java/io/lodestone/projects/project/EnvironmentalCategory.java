package io.lodestone.projects.project;

/** How much a project may harm people and nature, as lenders grade it: A most, C least. */
public enum EnvironmentalCategory {
    A,
    B,
    C
}
