package io.lodestone.testing.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoiceTest {

    private static final Map<String, String> NOTHING_SET = Map.of();

    @TempDir
    private Path folder;

    @Test
    void withoutAnEngineItIsEmbedded() {
        assertThat(Choice.of("", NOTHING_SET, folder.resolve("none.sock")).docker())
                .isFalse();
    }

    @Test
    void aSocketThatAnswersMeansContainers() throws IOException {
        var socket = folder.resolve("docker.sock");
        try (var engine = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            engine.bind(UnixDomainSocketAddress.of(socket));

            assertThat(Choice.of("", NOTHING_SET, socket).docker()).isTrue();
            assertThat(Choice.of("", Map.of("DOCKER_HOST", "unix://" + socket), folder)
                            .docker())
                    .isTrue();
        }
    }

    @Test
    void aSocketThatIsLeftOverMeansEmbedded() throws IOException {
        var socket = Files.createFile(folder.resolve("docker.sock"));

        assertThat(Choice.of("", NOTHING_SET, socket).docker()).isFalse();
    }

    @Test
    void anEngineAtAHostIsAsked() throws IOException {
        try (var engine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var host = Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + engine.getLocalPort());

            assertThat(Choice.of("", host, folder).docker()).isTrue();
        }
        assertThat(Choice.of("", Map.of("DOCKER_HOST", "tcp://127.0.0.1:1"), folder)
                        .docker())
                .isFalse();
        assertThat(Choice.of("", Map.of("DOCKER_HOST", "not an address"), folder)
                        .docker())
                .isFalse();
    }

    @Test
    void whoAsksIsObeyed() {
        assertThat(Choice.of("docker", NOTHING_SET, folder.resolve("none.sock")).docker())
                .isTrue();
        assertThat(Choice.of("embedded", NOTHING_SET, folder).docker()).isFalse();
        assertThatThrownBy(() -> Choice.of("podman", NOTHING_SET, folder)).hasMessageContaining("not podman");
    }
}
