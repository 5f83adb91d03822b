package io.lodestone.deals.deal;

import io.lodestone.chassis.json.Json;
import io.lodestone.contracts.catalogue.Instrument;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Terms for tests, as a caller would send them. */
public final class SomeTerms {

    private SomeTerms() {}

    /** Ordinary terms of an instrument. */
    static AskedTerms of(Instrument instrument) {
        return asked(
                switch (instrument) {
                    case DIRECT_LOAN, SUBORDINATED_LOAN ->
                        "{\"kind\":\"LOAN\",\"tenorMonths\":180,\"fixedRate\":\"4.25\"}";
                    case LOAN_GUARANTEE -> "{\"coveredShare\":\"80\",\"tenorMonths\":120}";
                    case POLITICAL_RISK_INSURANCE -> "{\"insuredShare\":\"90\",\"perils\":[\"war\"]}";
                    case EQUITY, PREFERRED_EQUITY, FUND_COMMITMENT -> "{\"stakeShare\":\"12.5\"}";
                    case WARRANT -> "{\"count\":100,\"expiresOn\":\"2030-01-01\"}";
                    case GRANT, TECHNICAL_ASSISTANCE, TAX_CREDIT -> "{\"costShare\":\"50\"}";
                    case PRICE_FLOOR, OFFTAKE_GUARANTEE -> "{\"product\":\"NdPr oxide\",\"years\":10}";
                    case PURCHASE_COMMITMENT -> "{\"tonnes\":\"100\",\"years\":5}";
                });
    }

    /** @param json a JSON object */
    public static AskedTerms asked(String json) {
        try {
            return Json.forImports().readValue(json, AskedTerms.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
