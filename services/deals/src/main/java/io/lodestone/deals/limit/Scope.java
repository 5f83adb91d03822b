package io.lodestone.deals.limit;

import io.lodestone.contracts.Country;
import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import io.lodestone.contracts.limits.LimitScope;
import io.lodestone.contracts.projects.Split;
import io.lodestone.deals.deal.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The deals a limit counts: those that match every list. A list that is empty or left out asks for nothing.
 *
 * @param programs  as the agency writes them
 * @param countries of the project
 * @param minerals  a deal counts with the weight its project gives them
 * @param segments  a deal counts with the weight its project gives them
 * @param obligors  LEIs, names, or names of groups; together they are one
 */
public record Scope(
        List<Agency> agencies,
        List<Instrument> instruments,
        List<String> programs,
        List<String> countries,
        List<Mineral> minerals,
        List<Segment> segments,
        List<String> obligors) {

    private static final int LIST_MAX = 100;
    private static final int NAME_MAX = 300;

    public static final Scope ALL =
            new Scope(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** @throws InvalidValue naming the list that is wrong */
    public Scope {
        agencies = list("agencies", agencies);
        instruments = list("instruments", instruments);
        programs = list("programs", programs);
        programs.forEach(program -> Check.text("programs", program, NAME_MAX));
        countries = list("countries", countries);
        countries.forEach(country -> Country.check("countries", country));
        minerals = list("minerals", minerals);
        segments = list("segments", segments);
        obligors = list("obligors", obligors).stream()
                .map(obligor -> Standing.keyOf(Check.text("obligors", obligor, NAME_MAX)))
                .toList();
    }

    private static <T> List<T> list(String field, @Nullable List<T> values) {
        return values == null ? List.of() : Check.list(field, values, LIST_MAX);
    }

    /** What the deal says of itself; its project is asked apart. */
    boolean admits(Standing deal) {
        return admits(agencies, deal.offer().agency())
                && admits(instruments, deal.offer().instrument())
                && admits(programs, deal.program())
                && (obligors.isEmpty() || deal.isOwedByAny(obligors));
    }

    boolean admits(String country) {
        return admits(countries, country);
    }

    boolean admits(Split.Part part) {
        return (minerals.isEmpty()
                        || minerals.stream().anyMatch(mineral -> mineral.name().equals(part.mineral())))
                && (segments.isEmpty()
                        || segments.stream().anyMatch(segment -> segment.name().equals(part.segment())));
    }

    /** True when it cannot be told without the deal's project. */
    boolean asksForProject() {
        return !countries.isEmpty() || asksForWeights();
    }

    boolean asksForWeights() {
        return !minerals.isEmpty() || !segments.isEmpty();
    }

    /** True when no deal of another agency counts. */
    public boolean isWithin(String agency) {
        return agencies.size() == 1 && agencies.getFirst().name().equals(agency);
    }

    @Nullable
    String onlyAgency() {
        return agencies.size() == 1 ? agencies.getFirst().name() : null;
    }

    LimitScope published() {
        return new LimitScope(
                agencies.stream().map(Agency::name).toList(),
                instruments.stream().map(Instrument::name).toList(),
                programs,
                countries,
                minerals.stream().map(Mineral::name).toList(),
                segments.stream().map(Segment::name).toList(),
                obligors);
    }

    private static <T> boolean admits(List<T> wanted, T value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
