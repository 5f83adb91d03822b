package io.lodestone.query.concentrating;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.contracts.Source;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import io.lodestone.query.concentrating.SupplyConcentrationView.Item;
import io.lodestone.query.known.SupplyFigure;
import io.lodestone.query.known.SupplyFigure.Indicator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over the figures that the platform loads. The expected indices were worked out beside, from the same table. */
class SupplyConcentrationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path LOADED = Path.of("../../deploy/data/supply-figures.ndjson");

    @ParameterizedTest
    @CsvSource({
        "LITHIUM, 2047, 2047, Australia, 31.9",
        "COBALT, 5554, 5562, Congo (Kinshasa), 73.11",
        "NICKEL, 4594, 4650, Indonesia, 66.92",
        "GRAPHITE, 6447, 6447, China, 79.87",
        "RARE_EARTHS, 5072, 5072, China, 69.35",
        "GALLIUM, 9804, 9804, China, 99.01",
        "ANTIMONY, 2582, 2582, China, 36.13",
        "TUNGSTEN, 6234, 6242, China, 78.69",
        "COPPER, 2537, 2589, China, 48.33",
        "MANGANESE, 2248, 2290, South Africa, 37.74"
    })
    void theLargestAndTheIndexOfEachMineral(String mineral, String hhi, String most, String largest, String share)
            throws IOException {
        var item = of2025(mineral);

        assertThat(rounded(item.hhi(), 0)).isEqualByComparingTo(hhi);
        assertThat(rounded(item.hhiMost(), 0)).isEqualByComparingTo(most);
        assertThat(item.top().getFirst().area()).isEqualTo(largest);
        assertThat(rounded(item.top().getFirst().share(), 2)).isEqualByComparingTo(share);
    }

    @Test
    void whatIsWithheldIsNamedAndInNoSum() throws IOException {
        var lithium = of2025("LITHIUM");

        assertThat(lithium.notNumbers())
                .containsExactly(new SupplyConcentrationView.Qualified("United States", "US", "W", "WITHHELD"));
        assertThat(lithium.listed()).isEqualTo("288380");
        assertThat(lithium.worldTotal()).isEqualTo("290000");
    }

    private static BigDecimal rounded(String number, int digits) {
        return new BigDecimal(number).setScale(digits, RoundingMode.HALF_UP);
    }

    private static Item of2025(String mineral) throws IOException {
        var figures = Files.readAllLines(LOADED).stream()
                .map(SupplyConcentrationTest::figure)
                .filter(figure -> figure.mineral().name().equals(mineral) && figure.year() == 2025)
                .filter(figure -> figure.indicator() == Indicator.PRODUCTION)
                .toList();
        var items = SupplyConcentration.of(figures, 5);
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static SupplyFigure figure(String text) {
        var line = read(text);
        return new SupplyFigure(
                Mineral.valueOf(line.get("mineral").asText()),
                Segment.valueOf(line.get("segment").asText()),
                Indicator.valueOf(line.get("indicator").asText()),
                line.get("category").asText(),
                line.get("area").asText(),
                line.path("country").asText(null),
                line.get("year").asInt(),
                line.get("estimated").asBoolean(),
                line.get("figure").asText(),
                line.get("unit").asText(),
                line.get("edition").asText(),
                LocalDate.parse(line.get("publishedOn").asText()),
                new Source(
                        line.get("source").get("url").asText(),
                        LocalDate.parse(line.get("source").get("seenOn").asText()),
                        Source.Confidence.REPORTED),
                line.path("note").asText(null));
    }

    private static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
