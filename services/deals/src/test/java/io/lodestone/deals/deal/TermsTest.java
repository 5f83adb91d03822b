package io.lodestone.deals.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lodestone.contracts.InvalidValue;
import io.lodestone.contracts.catalogue.Instrument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Terms by instrument. */
class TermsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DIRECT_LOAN    | {"tenorMonths":180,"coveredShare":"80"}       | terms.coveredShare
            DIRECT_LOAN    | {"kind":"GUARANTEE","tenorMonths":180}        | terms.kind
            DIRECT_LOAN    | {"tenorMonths":0}                             | terms.tenorMonths
            DIRECT_LOAN    | {"tenorMonths":12,"gracePeriodMonths":13}     | terms.gracePeriodMonths
            DIRECT_LOAN    | {"fixedRate":"5","basis":"SOFR"}              | terms.basis
            DIRECT_LOAN    | {"spreadBasisPoints":250}                     | terms.basis
            LOAN_GUARANTEE | {"tenorMonths":601}                           | terms.tenorMonths
            WARRANT        | {"count":0}                                   | terms.count
            GRANT          | {"milestones":[""]}                           | terms.milestones
            PRICE_FLOOR    | {"years":0}                                   | terms.years
            PURCHASE_COMMITMENT | {"floorPerKg":{"amount":"1.00","currency":"USD"}} | terms.floorPerKg
            """)
    void termsThatDoNotFitTheInstrumentAreRefusedByField(Instrument instrument, String json, String field) {
        assertThatThrownBy(() -> SomeTerms.asked(json).of(instrument))
                .isInstanceOf(InvalidValue.class)
                .satisfies(e -> assertThat(((InvalidValue) e).component()).isEqualTo(field));
    }

    @ParameterizedTest
    @EnumSource(Instrument.class)
    void everyInstrumentHasItsTerms(Instrument instrument) {
        assertThat(SomeTerms.of(instrument).of(instrument)).isNotNull();
    }
}
