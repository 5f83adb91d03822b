package io.lodestone.notifications.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceTest {

    @Test
    void aPartnerHearsItsClassesOfAnyAgency() {
        var partner = new Audience(List.of("PUBLIC", "PARTNER"), null);

        assertThat(partner.mayHear("PARTNER", "DFC")).isTrue();
        assertThat(partner.mayHear("RESTRICTED", "DFC")).isFalse();
        assertThat(partner.mayHear("RESTRICTED", null)).isFalse();
    }

    @Test
    void anAgencyHearsAllOfItsOwn() {
        var officer = new Audience(List.of("PUBLIC", "PARTNER"), "DFC");

        assertThat(officer.mayHear("RESTRICTED", "DFC")).isTrue();
        assertThat(officer.mayHear("RESTRICTED", "EXIM")).isFalse();
    }

    @Test
    void aReleaseClassOfTheFutureIsHeardByItsOwnAgencyOnly() {
        var officer = new Audience(List.of("PUBLIC", "PARTNER", "RESTRICTED"), "DFC");

        assertThat(officer.mayHear("SEALED", "DFC")).isTrue();
        assertThat(officer.mayHear("SEALED", "EXIM")).isFalse();
    }
}
