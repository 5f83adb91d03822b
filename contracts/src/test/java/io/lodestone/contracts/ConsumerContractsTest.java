package io.lodestone.contracts;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.contracts.ConsumerContract.Reads;
import io.lodestone.contracts.PublishedLanguage.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No field that a partner has told us it reads goes away. */
class ConsumerContractsTest {

    private static final String APPROVED = "io.lodestone.deals.deal-approved.v1";
    private static final String REGISTERED = "io.lodestone.projects.project-registered.v1";

    private static final ObjectReader CONTRACT = PublishedLanguage.JSON
            .readerFor(ConsumerContract.class)
            .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    static List<Path> files() throws IOException {
        return PublishedLanguage.filesUnder("consumers", ".json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTypeAndFieldThatAPartnerReadsIsThere(Path file) throws IOException {
        ConsumerContract contract = CONTRACT.readValue(file.toFile());
        assertThat(contract.partner() + ".json").isEqualTo(file.getFileName().toString());
        assertThat(contract.reads()).isNotEmpty().allSatisfy(part -> {
            assertThat(part.types()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(part.fields()).isNotEmpty().doesNotHaveDuplicates();
        });
        assertThat(contract.breaches(schemas())).isEmpty();
    }

    @Test
    void thereAreTheContractOfQueryAndTheExample() throws IOException {
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .contains("query-service.json", "example-partner.json");
    }

    @Test
    void aRemovedFieldIsToldWithPartnerTypeAndField() {
        var schemas = schemas();
        schemas.get(APPROVED)
                .<ObjectNode>withObject("/properties/figures/properties")
                .remove("undrawn");
        assertThat(reading(APPROVED, "/figures/undrawn", "/agency").breaches(schemas))
                .containsExactly("partner bank reads the field /figures/undrawn of " + APPROVED
                        + ", which its schema does not have");
    }

    @Test
    void aRemovedFieldOfAListsElementsIsTold() {
        var schemas = schemas();
        schemas.get(REGISTERED)
                .<ObjectNode>withObject("/properties/minerals/items/properties")
                .remove("weight");
        assertThat(reading(REGISTERED, "/minerals/*/weight", "/minerals/*/code").breaches(schemas))
                .singleElement()
                .asString()
                .contains("partner bank", "/minerals/*/weight", REGISTERED);
    }

    @Test
    void aRemovedTypeIsToldWithItsPartner() {
        var schemas = schemas();
        schemas.remove(APPROVED);
        assertThat(reading(APPROVED, "/agency").breaches(schemas))
                .containsExactly("partner bank reads the type " + APPROVED + ", which is not published");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agency", "", "/", "/agency/", "/obligor//lei", "/obligor/*/lei", "/subject"})
    void aPathThatLeadsNowhereIsTold(String path) {
        assertThat(reading(APPROVED, path).breaches(schemas())).hasSize(1);
    }

    private static ConsumerContract reading(String type, String... fields) {
        return new ConsumerContract(
                "bank", "desk@bank.example", "a test", List.of(new Reads(List.of(type), List.of(fields))));
    }

    private static Map<String, JsonNode> schemas() {
        return PublishedLanguage.facts().collect(toMap(Fact::type, fact -> new Schemas().of(fact)));
    }
}
