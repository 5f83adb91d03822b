package io.lodestone.query.known.ledger;

import io.lodestone.chassis.http.Sight;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.view.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Cuts, filters and callers of any kind, about what is in a {@link RandomHistory}. */
final class RandomQuestions {

    private static final Map<Dimension, List<String>> VALUES = Map.of(
            Dimension.AGENCY, List.of("DFC", "EXIM"),
            Dimension.MINERAL, List.of("COPPER", "GOLD", "UNKNOWN"),
            Dimension.SEGMENT, List.of("MINING", "REFINING", "UNKNOWN"),
            Dimension.COUNTRY, List.of("BR", "PK"),
            Dimension.STATUS, List.of("SIGNED", "EFFECTIVE"),
            Dimension.OBLIGOR, List.of("Obligor 1", "Obligor 2", "Obligor 3", "Obligor 4"),
            Dimension.PROGRAM, List.of("none"));

    private static final List<Sight> SIGHTS = List.of(
            new Sight(List.of("PUBLIC"), null),
            new Sight(List.of("PUBLIC"), "DFC"),
            new Sight(List.of("PUBLIC", "PARTNER", "RESTRICTED"), null));

    private final Random random;

    RandomQuestions(Random random) {
        this.random = random;
    }

    Question next(LocalDate asOf) {
        var filters = new EnumMap<Dimension, List<String>>(Dimension.class);
        some(new ArrayList<>(VALUES.keySet().stream().sorted().toList()), 2)
                .forEach(dimension -> filters.put(dimension, some(VALUES.getOrDefault(dimension, List.of()), 2)));
        filters.values().removeIf(List::isEmpty);
        filters.put(Dimension.INSTRUMENT, List.of(RandomHistory.INSTRUMENT));
        return new Question(
                some(List.of(Dimension.values()), 3),
                filters,
                asOf,
                null,
                random.nextInt(4) == 0 ? "JPY" : "USD",
                null);
    }

    Sight sight() {
        return SIGHTS.get(random.nextInt(SIGHTS.size()));
    }

    private <T> List<T> some(List<T> all, int most) {
        var mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, random);
        return List.copyOf(mixed.subList(0, Math.min(mixed.size(), random.nextInt(most + 1))));
    }
}
