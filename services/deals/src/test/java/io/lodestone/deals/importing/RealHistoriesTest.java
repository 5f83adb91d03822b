package io.lodestone.deals.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.chassis.json.Json;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.deals.Figures;
import io.lodestone.deals.deal.By;
import io.lodestone.deals.deal.Deal;
import io.lodestone.deals.deal.DealStatus;
import io.lodestone.deals.view.ProposeDeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real histories of {@code deploy/data} end where the real deals stand. */
class RealHistoriesTest {

    private static final ObjectMapper JSON = Json.forImports();
    private static final By LOADER = new By("loader", Instant.parse("2026-11-01T12:00:00Z"), true);
    private static final Map<String, Deal> DEALS = new HashMap<>();

    @BeforeAll
    static void replay() throws IOException {
        for (var line : Files.readAllLines(data("deals.ndjson"))) {
            var read = DealLine.of((ObjectNode) JSON.readTree(line), RealHistoriesTest::read);
            var proposal = read(read.head(), ProposeDeal.class);
            var first = Deal.propose(UUID.randomUUID(), proposal.offer(new UUID(0, 1)), proposal.effectiveOn(), LOADER);
            var deal = Deal.of(first, LOADER.actor());
            read.acts().forEach(act -> deal.perform(act, LOADER));
            DEALS.put(proposal.reference(), deal);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DEAL-003, Stibnite,       APPROVED,   authorizedUnsigned, 2900000000.00",
        "DEAL-029, Thacker Pass,   EFFECTIVE,  committed,          2230000000.00",
        "DEAL-029, Thacker Pass,   EFFECTIVE,  disbursed,          435000000.00",
        "DEAL-031, Rhyolite Ridge, SIGNED,     committed,          996000000.00",
        "DEAL-079, Kentucky,        TERMINATED, committed,          316000000.00",
        "DEAL-079, Kentucky,        TERMINATED, paid,               206000000.00"
    })
    void aRealHistoryEndsWhereTheDealStands(
            String reference, String title, String status, String figure, String amount) {
        var deal = DEALS.get(reference);
        assertThat(deal).as(reference).isNotNull();
        assertThat(deal.offer().title()).contains(title);
        assertThat(deal.status().name()).isEqualTo(status);
        assertThat(figure(deal.figures(), figure)).isEqualTo(amount);
    }

    @Test
    void theSupportOfMpMaterialsIsOnePackageOfItsInstruments() throws IOException {
        var line = Files.readAllLines(data("packages.ndjson")).stream()
                .filter(text -> text.contains("PKG-MP-2025"))
                .findFirst()
                .orElseThrow();
        var members = JSON.readTree(line).path("deals").findValuesAsText("reference").stream()
                .map(reference -> Objects.requireNonNull(DEALS.get(reference), reference))
                .toList();
        assertThat(members)
                .extracting(deal -> deal.offer().instrument())
                .containsExactly(
                        Instrument.PREFERRED_EQUITY,
                        Instrument.PRICE_FLOOR,
                        Instrument.OFFTAKE_GUARANTEE,
                        Instrument.DIRECT_LOAN);
        assertThat(members).allSatisfy(deal -> assertThat(deal.status()).isEqualTo(DealStatus.EFFECTIVE));
        assertThat(members)
                .extracting(deal -> figure(deal.figures(), "outstanding"))
                .containsExactly("400000000.00", "0.00", "0.00", "150000000.00");
    }

    @Test
    void allAreThere() {
        assertThat(DEALS).hasSize(87);
    }

    private static Path data(String file) {
        return Path.of(System.getProperty("lodestone.home"), "deploy/data", file);
    }

    private static String figure(Figures figures, String name) {
        return JSON.valueToTree(figures).get(name).asText();
    }

    private static <T> T read(ObjectNode json, Class<T> type) {
        try {
            return JSON.treeToValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
