package io.lodestone.query.concentrating;

import static java.math.BigDecimal.ZERO;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import io.lodestone.query.concentrating.SupplyConcentrationView.Country;
import io.lodestone.query.concentrating.SupplyConcentrationView.Item;
import io.lodestone.query.concentrating.SupplyConcentrationView.Qualified;
import io.lodestone.query.known.Figure.Qualifier;
import io.lodestone.query.known.SupplyFigure;
import io.lodestone.query.view.Concentration;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes shares and indices of production by country. What is withheld is never guessed. */
final class SupplyConcentration {

    private static final String OTHERS = "Other countries";
    private static final String WORLD = "World total";

    private SupplyConcentration() {}

    private record Kind(Mineral mineral, Segment segment, String category, int year) {}

    /** @param most countries that are listed */
    static List<Item> of(List<SupplyFigure> figures, int most) {
        return figures.stream()
                .collect(groupingBy(
                        figure -> new Kind(figure.mineral(), figure.segment(), figure.category(), figure.year()),
                        LinkedHashMap::new,
                        toList()))
                .entrySet()
                .stream()
                .map(kind -> item(kind.getKey(), kind.getValue(), most))
                .toList();
    }

    private static Item item(Kind kind, List<SupplyFigure> figures, int most) {
        var countries = figures.stream().filter(SupplyConcentration::isCountry).toList();
        var counted = countries.stream()
                .filter(figure -> figure.read().qualifier() == Qualifier.EXACT)
                .sorted(Comparator.comparing(SupplyConcentration::number)
                        .reversed()
                        .thenComparing(SupplyFigure::area))
                .toList();
        var others = figures.stream()
                .filter(figure -> figure.area().startsWith(OTHERS))
                .filter(figure -> figure.read().qualifier() == Qualifier.EXACT)
                .findFirst()
                .orElse(null);
        var asOne = concentration(counted, others);
        var first = figures.getFirst();
        var least = new Concentration(
                counted.stream().map(SupplyConcentration::number).toList(), asOne.whole());
        return new Item(
                kind.mineral().name(),
                kind.segment().name(),
                kind.category(),
                kind.year(),
                figures.stream().anyMatch(SupplyFigure::estimated),
                first.unit(),
                asOne.whole().toPlainString(),
                worldTotal(figures),
                least.hhi(),
                asOne.hhi(),
                least.effectiveNumber(),
                least.shareOfLargest(most),
                counted.stream()
                        .limit(most)
                        .map(figure -> country(figure, asOne))
                        .toList(),
                others == null ? null : country(others, asOne),
                countries.stream()
                        .filter(figure -> figure.read().qualifier() != Qualifier.EXACT)
                        .map(SupplyConcentration::qualified)
                        .toList(),
                first.edition(),
                first.publishedOn(),
                first.source(),
                figures.stream()
                        .map(SupplyFigure::note)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** Other countries as if they were one. */
    private static Concentration concentration(List<SupplyFigure> counted, @Nullable SupplyFigure others) {
        var amounts = new ArrayList<BigDecimal>();
        counted.forEach(figure -> amounts.add(number(figure)));
        if (others != null) {
            amounts.add(number(others));
        }
        return Concentration.of(amounts);
    }

    private static @Nullable String worldTotal(List<SupplyFigure> figures) {
        return figures.stream()
                .filter(figure -> figure.area().startsWith(WORLD))
                .map(SupplyFigure::figure)
                .findFirst()
                .orElse(null);
    }

    private static boolean isCountry(SupplyFigure figure) {
        return !figure.area().startsWith(OTHERS) && !figure.area().startsWith(WORLD);
    }

    private static BigDecimal number(SupplyFigure figure) {
        return Objects.requireNonNullElse(figure.read().number(), ZERO);
    }

    private static Country country(SupplyFigure figure, Concentration all) {
        return new Country(figure.area(), figure.country(), figure.figure(), all.share(number(figure)));
    }

    private static Qualified qualified(SupplyFigure figure) {
        return new Qualified(
                figure.area(),
                figure.country(),
                figure.figure(),
                figure.read().qualifier().name());
    }
}
