package io.lodestone.contracts.limits;

import java.util.List;

/**
 * The deals a limit counts: those that match every list. An empty list asks for nothing.
 *
 * @param agencies    catalogue codes
 * @param instruments catalogue codes
 * @param programs    programme names
 * @param countries   of the project, ISO 3166-1 alpha-2
 * @param minerals    catalogue codes; a deal counts with the weight that its project gives them
 * @param segments    catalogue codes; a deal counts with the weight that its project gives them
 * @param obligors    legal entity identifiers, names, or names of groups; together they are one
 */
public record LimitScope(
        List<String> agencies,
        List<String> instruments,
        List<String> programs,
        List<String> countries,
        List<String> minerals,
        List<String> segments,
        List<String> obligors) {}
