package io.lodestone.deals.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lodestone.deals.offtake.OfftakeStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The diagrams in the README are the lifecycles in the code. */
class LifecycleDiagramTest {

    private static final Path README = Path.of(System.getProperty("lodestone.home"), "services/deals/README.md");

    @Test
    void theReadmeShowsTheLifecycleOfDeals() throws IOException {
        var diagram = Arrays.stream(DealStatus.values())
                .flatMap(from -> from.next().stream().sorted().map(to -> "    " + from + " --> " + to))
                .collect(Collectors.joining("\n", "    [*] --> LETTER_OF_INTEREST\n    [*] --> APPLIED\n", "\n"));
        assertThat(Files.readString(README)).contains("```mermaid\nstateDiagram-v2\n" + diagram + "```");
    }

    @Test
    void theReadmeShowsTheLifecycleOfOfftakes() throws IOException {
        var diagram = Arrays.stream(OfftakeStatus.values())
                .flatMap(from -> from.next().stream().sorted().map(to -> "    " + from + " --> " + to))
                .collect(Collectors.joining("\n", "    [*] --> NEGOTIATING\n", "\n"));
        assertThat(Files.readString(README)).contains("```mermaid\nstateDiagram-v2\n" + diagram + "```");
    }
}
