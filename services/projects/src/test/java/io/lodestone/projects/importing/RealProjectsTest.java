package io.lodestone.projects.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.chassis.json.Json;
import io.lodestone.projects.project.ProjectSheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class RealProjectsTest {

    private static final Path FILE = Path.of("../../deploy/data/projects.ndjson");

    @Test
    void everyRealProjectIsASheetWithItsSource() throws IOException {
        var references = new HashSet<String>();
        for (var line : Files.readAllLines(FILE)) {
            var sheet = Json.forImports().readValue(line, ProjectSheet.class);
            assertThat(sheet.sources()).as(sheet.reference()).isNotEmpty();
            assertThat(references.add(sheet.reference())).as(sheet.reference()).isTrue();
        }
        assertThat(references).isNotEmpty();
    }
}
