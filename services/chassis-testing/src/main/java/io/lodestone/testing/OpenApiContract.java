package io.lodestone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The OpenAPI document that is committed is the one that the service serves. It stands on a {@code @QuarkusTest} class. */
public interface OpenApiContract {

    /** The service's name, {@code deals}. */
    String service();

    @Test
    default void theCommittedDocumentIsTheOneThatIsServed() throws IOException {
        var served = Tokens.of("analyst").request().accept("*/*").get("/q/openapi?format=yaml");
        assertThat(served.statusCode()).as(served.asString()).isEqualTo(200);
        var committed = Path.of("../../contracts/http", service() + ".openapi.yaml");
        if (Boolean.getBoolean("lodestone.write")) {
            Files.createDirectories(committed.toAbsolutePath().getParent());
            Files.writeString(committed, served.asString());
        }

        assertThat(committed)
                .as("generated, never edited; write it with the command in contracts/README.md")
                .content()
                .isEqualTo(served.asString());
    }

    @Test
    default void theDocumentCanBeReadInABrowser() {
        var page = Tokens.of("analyst").request().accept("text/html").get("/q/swagger-ui/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("swagger-ui");
    }
}
