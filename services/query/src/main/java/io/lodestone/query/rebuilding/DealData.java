package io.lodestone.query.rebuilding;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectReader;
import io.lodestone.chassis.feed.Envelope;
import io.lodestone.chassis.json.Json;
import io.lodestone.query.exposure.DealDimensions;
import io.lodestone.query.exposure.DealFact;
import io.lodestone.query.exposure.Fact;
import io.lodestone.query.exposure.Measure;
import io.lodestone.query.exposure.Measures;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of a fact of a deal, as it stands in the data of each of them. A rebuild reads nothing else of
 * the many it reads; a difference from what is followed would be found by the comparison.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record DealData(
        LocalDate effectiveOn,
        String reference,
        String releaseClass,
        String agency,
        String instrument,
        @Nullable String program,
        UUID projectId,
        @Nullable UUID packageId,
        Obligor obligor,
        String status,
        Rungs figures) {

    private static final ObjectReader READER = Json.tolerant().readerFor(DealData.class);

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

        BigDecimal of(Measure measure) {
            return switch (measure) {
                case PIPELINE -> pipeline;
                case AUTHORIZED_UNSIGNED -> authorizedUnsigned;
                case UNDRAWN -> undrawn;
                case OUTSTANDING -> outstanding;
                case CONTINGENT -> contingent;
                case PAID -> paid;
                case WRITTEN_OFF -> writtenOff;
            };
        }
    }

    /** Empty where a feed would have parked it. */
    static Optional<DealFact> read(Envelope envelope) {
        try {
            DealData data = READER.readValue(envelope.data());
            return Optional.of(data.in(envelope));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private DealFact in(Envelope envelope) {
        return new DealFact(
                new Fact(
                        envelope.subject(),
                        envelope.version(),
                        envelope.id(),
                        envelope.type().intern(), // there are few, and many facts in memory
                        effectiveOn,
                        envelope.at()),
                reference,
                releaseClass,
                new DealDimensions(
                        agency,
                        instrument,
                        program,
                        projectId,
                        packageId,
                        obligor.name(),
                        obligor.lei(),
                        status,
                        figures.currency),
                Measures.each(figures::of));
    }
}
