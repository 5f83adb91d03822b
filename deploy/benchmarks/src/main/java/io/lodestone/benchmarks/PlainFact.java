package io.lodestone.benchmarks;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the loops beside the read model take from a record: no more than they need, and no check of it. */
final class PlainFact {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader DEAL = JSON.readerFor(Deal.class);
    private static final ObjectReader PROJECT = JSON.readerFor(Project.class);

    private PlainFact() {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Obligor(String name, @Nullable String lei) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rungs(
            BigDecimal pipeline,
            BigDecimal authorizedUnsigned,
            BigDecimal undrawn,
            BigDecimal outstanding,
            BigDecimal contingent,
            BigDecimal paid,
            BigDecimal writtenOff,
            String currency) {

        List<BigDecimal> all() {
            return List.of(pipeline, authorizedUnsigned, undrawn, outstanding, contingent, paid, writtenOff);
        }
    }

    /** A deal as it stands after one of its facts. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Deal(
            String effectiveOn,
            String reference,
            String agency,
            String instrument,
            @Nullable String program,
            UUID projectId,
            @Nullable UUID packageId,
            Obligor obligor,
            String releaseClass,
            String status,
            Rungs figures) {

        /** Its share of every rung, in each cell that its project names. */
        Map<Place, List<BigDecimal>> placed(Project project) {
            var placed = new HashMap<Place, List<BigDecimal>>();
            for (var mineral : project.minerals) {
                for (var segment : project.segments) {
                    var share = mineral.weight.multiply(segment.weight).movePointLeft(4);
                    var amounts = new ArrayList<BigDecimal>();
                    for (var rung : figures.all()) {
                        amounts.add(rung.signum() == 0 ? BigDecimal.ZERO : rung.multiply(share));
                    }
                    placed.put(place(project.country, mineral.code, segment.code), amounts);
                }
            }
            return placed;
        }

        private Place place(String country, String mineral, String segment) {
            return new Place(
                    releaseClass,
                    agency,
                    instrument,
                    program,
                    mineral,
                    segment,
                    country,
                    obligor.name,
                    packageId,
                    projectId,
                    status,
                    figures.currency);
        }

        LocalDate day() {
            return LocalDate.parse(effectiveOn);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Weight(String code, BigDecimal weight) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Project(String country, List<Weight> minerals, List<Weight> segments) {}

    /** The dimensions of a cell. */
    record Place(
            String releaseClass,
            String agency,
            String instrument,
            @Nullable String program,
            String mineral,
            String segment,
            String country,
            String obligor,
            @Nullable UUID packageId,
            UUID projectId,
            String status,
            String currency) {}

    static Deal deal(byte[] data) {
        try {
            return DEAL.readValue(data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Project project(byte[] data) {
        try {
            return PROJECT.readValue(data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
