package io.lodestone.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** TCP ports of 127.0.0.1. */
public final class Ports {

    private static final int TRIED_MAX = 200;

    private Ports() {}

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code wanted} or the next port above it that is free. */
    public static int freeFrom(int wanted) {
        for (int port = wanted; port < wanted + TRIED_MAX && port < 65_536; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new Trouble(
                "No port between " + wanted + " and " + (wanted + TRIED_MAX) + " is free: end what holds them.");
    }

    /** A port nobody holds at the moment, chosen by the operating system. */
    public static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Trouble("This machine gives out no ports: " + e.getMessage(), e);
        }
    }

    /** True when somebody accepts connections at {@code port}. */
    public static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws Trouble naming {@code what} when nobody accepts connections in time, or the process ends before */
    static void await(int port, String what, Running process, Duration atMost) {
        Waiting.until(what + " to answer on port " + port, atMost, () -> {
            if (!process.isAlive()) {
                throw new Trouble(what + " ended while starting; its log says why: " + process.log());
            }
            return answers(port);
        });
    }
}
