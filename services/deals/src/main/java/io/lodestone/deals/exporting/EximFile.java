package io.lodestone.deals.exporting;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.lodestone.contracts.deals.DealEvent;
import io.lodestone.contracts.deals.DealEvent.DealApproved;
import io.lodestone.contracts.deals.DealEvent.DealDeclined;
import io.lodestone.contracts.deals.DealEvent.DealEffective;
import io.lodestone.deals.deal.Deal;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes decided deals in the shape of the file that the Export-Import Bank of the United States publishes of its
 * authorizations: its column names, its order, its form of dates. Columns about what we do not hold are left out.
 */
final class EximFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
    private static final int FISCAL_YEAR_BEGINS = 10;

    private final SequenceWriter rows;

    EximFile(OutputStream out) throws IOException {
        var csv = new CsvMapper();
        this.rows = csv.writer(csv.schemaFor(Row.class).withHeader()).writeValues(out);
    }

    /** Amounts are in the deal's currency; an amount of 0.00 was not disclosed or is nothing. */
    @JsonPropertyOrder({
        "Fiscal Year",
        "Unique Identifier",
        "Deal Number",
        "Decision",
        "Decision Date",
        "Effective Date",
        "Expiration Date",
        "Deal Cancelled",
        "Country",
        "Program",
        "Decision Authority",
        "Product Description",
        "Primary Borrower",
        "Approved/Declined Amount",
        "Disbursed/Shipped Amount",
        "Undisbursed Exposure Amount",
        "Outstanding Exposure Amount",
        "Currency"
    })
    record Row(
            @JsonProperty("Fiscal Year") int fiscalYear,
            @JsonProperty("Unique Identifier") String id,
            @JsonProperty("Deal Number") String reference,
            @JsonProperty("Decision") String decision,
            @JsonProperty("Decision Date") String decidedOn,
            @JsonProperty("Effective Date") @Nullable String effectiveOn,
            @JsonProperty("Expiration Date") @Nullable String expiresOn,
            @JsonProperty("Deal Cancelled") String cancelled,
            @JsonProperty("Country") @Nullable String country,
            @JsonProperty("Program") String program,
            @JsonProperty("Decision Authority") @Nullable String decidedBy,
            @JsonProperty("Product Description") String description,
            @JsonProperty("Primary Borrower") String borrower,
            @JsonProperty("Approved/Declined Amount") String amount,
            @JsonProperty("Disbursed/Shipped Amount") String disbursed,
            @JsonProperty("Undisbursed Exposure Amount") String undisbursed,
            @JsonProperty("Outstanding Exposure Amount") String outstanding,
            @JsonProperty("Currency") String currency) {}

    private record Decision(
            String what, LocalDate on, @Nullable String by, BigDecimal amount) {}

    /** Leaves out a deal that nobody has decided on. */
    void add(Told told) throws IOException {
        var decision = decision(told.facts());
        if (decision.isPresent()) {
            rows.write(row(told, decision.get()));
        }
    }

    void end() throws IOException {
        rows.flush();
    }

    private static Optional<Decision> decision(List<DealEvent> facts) {
        return facts.stream()
                .<Decision>mapMulti((fact, decisions) -> {
                    if (fact instanceof DealApproved approved) {
                        decisions.accept(new Decision(
                                "Approved",
                                approved.effectiveOn(),
                                approved.decidedBy(),
                                facts.getLast().figures().authorized()));
                    } else if (fact instanceof DealDeclined declined) {
                        decisions.accept(
                                new Decision("Declined", declined.effectiveOn(), declined.decidedBy(), asked(facts)));
                    }
                })
                .findFirst();
    }

    /** What was on the table when it was declined. */
    private static BigDecimal asked(List<DealEvent> facts) {
        return facts.stream()
                .map(fact -> fact.figures().pipeline())
                .filter(pipeline -> pipeline.signum() > 0)
                .reduce((earlier, later) -> later)
                .orElse(BigDecimal.ZERO);
    }

    private static Row row(Told told, Decision decision) {
        var deal = told.deal();
        var offer = deal.offer();
        var figures = told.last().figures();
        var on = decision.on();
        return new Row(
                on.getMonthValue() >= FISCAL_YEAR_BEGINS ? on.getYear() + 1 : on.getYear(),
                deal.id().toString(),
                offer.reference(),
                decision.what(),
                on.format(DAY),
                told.facts().stream()
                        .filter(DealEffective.class::isInstance)
                        .findFirst()
                        .map(fact -> fact.effectiveOn().format(DAY))
                        .orElse(null),
                offer.expiresOn() == null ? null : offer.expiresOn().format(DAY),
                isCancelled(deal) ? "Yes" : "No",
                told.country() == null ? null : Locale.of("", told.country()).getDisplayCountry(Locale.ENGLISH),
                offer.program() == null ? offer.instrument().name() : offer.program(),
                decision.by(),
                offer.title(),
                offer.obligor().name(),
                decision.amount().toPlainString(),
                figures.disbursed().toPlainString(),
                figures.undrawn().toPlainString(),
                figures.outstanding().add(figures.contingent()).toPlainString(),
                figures.currency());
    }

    private static boolean isCancelled(Deal deal) {
        return switch (deal.status()) {
            case CANCELLED, TERMINATED -> true;
            case LETTER_OF_INTEREST,
                    APPLIED,
                    DUE_DILIGENCE,
                    APPROVED,
                    SIGNED,
                    EFFECTIVE,
                    IN_DEFAULT,
                    DECLINED,
                    CLOSED,
                    WRITTEN_OFF -> false;
        };
    }
}
