package io.lodestone.testing.backbone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Containers or processes, and why.
 *
 * @param docker whether a Docker engine is used
 * @param why    ends the sentence "because ..."
 */
record Choice(boolean docker, String why) {

    private static final Duration CONNECT = Duration.ofSeconds(1);

    /**
     * @param wanted      {@code docker}, {@code embedded}, or empty for whichever there is
     * @param environment DOCKER_HOST is read from it
     * @param socket      where the engine listens when DOCKER_HOST does not say
     */
    static Choice of(String wanted, Map<String, String> environment, Path socket) {
        return switch (wanted) {
            case "docker" -> new Choice(true, "-Dlodestone.backbone=docker asks for it");
            case "embedded" -> new Choice(false, "-Dlodestone.backbone=embedded asks for it");
            case "" -> byEngine(environment, socket);
            default -> throw new IllegalArgumentException("-Dlodestone.backbone is docker or embedded, not " + wanted);
        };
    }

    private static Choice byEngine(Map<String, String> environment, Path socket) {
        var host = environment.getOrDefault("DOCKER_HOST", "");
        if (!host.isEmpty()) {
            return answers(host)
                    ? new Choice(true, "a Docker engine answers at DOCKER_HOST")
                    : new Choice(false, "no Docker engine answers at DOCKER_HOST");
        }
        return Files.exists(socket) && connects(UnixDomainSocketAddress.of(socket))
                ? new Choice(true, "a Docker engine answers at " + socket)
                : new Choice(false, "no Docker engine answers");
    }

    private static boolean answers(String host) {
        try {
            var address = URI.create(host);
            return "unix".equals(address.getScheme())
                    ? connects(UnixDomainSocketAddress.of(address.getPath()))
                    : address.getHost() != null
                            && connects(new InetSocketAddress(address.getHost(), address.getPort()));
        } catch (IllegalArgumentException e) {
            return false; // not an address, or one without a port
        }
    }

    private static boolean connects(SocketAddress address) {
        try {
            if (address instanceof InetSocketAddress inet) {
                try (var socket = new java.net.Socket()) {
                    socket.connect(inet, Math.toIntExact(CONNECT.toMillis()));
                }
            } else {
                try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                    channel.connect(address);
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
