package io.lodestone.chassis.http;

import java.util.Map;

/**
 * A part of a list, as JPQL: rows that {@code condition} lets through, in the order of {@code orderBy}, at most
 * {@code rows}. What the condition names is in {@code values}.
 */
public record Slice(String condition, Map<String, Object> values, String orderBy, int rows) {}
