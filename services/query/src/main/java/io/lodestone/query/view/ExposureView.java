package io.lodestone.query.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lodestone.query.exposure.Dimension;
import io.lodestone.query.exposure.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The exposure: a vector of rungs per cell, and the same undivided. There is no sum over rungs.
 *
 * @param asOf         entries effective up to this day are in it
 * @param knownAt      entries recorded up to this moment are in it
 * @param currency     of cells and total
 * @param by           the cut
 * @param cells        without those that are zero and empty
 * @param total        of all cells, each deal counted once
 * @param notConverted what the same question finds in other currencies, where they are not converted
 * @param conversion   how amounts came from other currencies; null where they did not
 * @param position     the next offset to be heard, by topic and partition, at the moment of the answer
 * @param ageMillis    milliseconds since the service was last known to have heard everything; null while that is not
 *                     known since its start
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExposureView(
        LocalDate asOf,
        Instant knownAt,
        String currency,
        List<String> by,
        List<Sum> cells,
        Sum total,
        List<Sum> notConverted,
        @Nullable ConversionView conversion,
        Map<String, Map<Integer, Long>> position,
        @Nullable Long ageMillis) {

    public static ExposureView of(Question question, Figures figures, Freshness freshness) {
        return new ExposureView(
                question.asOf(),
                freshness.knownAt(),
                question.currency(),
                question.by().stream().map(Dimension::field).toList(),
                figures.cells(),
                figures.total(),
                figures.notConverted(),
                figures.conversion(),
                freshness.position(),
                freshness.ageMillis());
    }

    /** The cells as rows: the day and currency before each, for a file is carried far. */
    public String csv() {
        var columns = Stream.of(List.of("asOf", "currency"), by, Measure.fields(), List.of("deals"))
                .flatMap(List::stream)
                .toList();
        var rows = cells.stream()
                .map(cell -> cell.json().put("asOf", asOf.toString()).put("currency", currency))
                .toList();
        return Csv.of(columns, rows);
    }
}
