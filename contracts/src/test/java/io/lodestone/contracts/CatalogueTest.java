package io.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lodestone.contracts.catalogue.Agency;
import io.lodestone.contracts.catalogue.Instrument;
import io.lodestone.contracts.catalogue.Mineral;
import io.lodestone.contracts.catalogue.Segment;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** {@code catalogue.json} is the codes for those who do not read Java; it is the enums' and stays in step. */
class CatalogueTest {

    @Test
    void theCommittedCatalogueIsTheEnums() throws IOException {
        var file = PublishedLanguage.HOME.resolve("catalogue.json");
        var catalogue = PublishedLanguage.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(catalogue()) + "\n";
        if (PublishedLanguage.writing()) {
            Files.writeString(file, catalogue);
        }
        assertThat(file)
                .as("write it with: mvn -pl contracts test -Dlodestone.write=true")
                .content()
                .isEqualTo(catalogue);
    }

    private static ObjectNode catalogue() {
        var catalogue = PublishedLanguage.JSON.createObjectNode();
        for (var mineral : Mineral.values()) {
            catalogue
                    .withArray("minerals")
                    .addObject()
                    .put("code", mineral.name())
                    .put("critical", mineral.critical());
        }
        for (var segment : Segment.values()) {
            catalogue.withArray("segments").addObject().put("code", segment.name());
        }
        for (var agency : Agency.values()) {
            catalogue
                    .withArray("agencies")
                    .addObject()
                    .put("code", agency.name())
                    .put("title", agency.title())
                    .put("kind", agency.kind().name());
        }
        for (var instrument : Instrument.values()) {
            catalogue
                    .withArray("instruments")
                    .addObject()
                    .put("code", instrument.name())
                    .put("exposureRule", instrument.exposureRule().name());
        }
        return catalogue;
    }
}
