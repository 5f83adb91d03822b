package io.lodestone.notifications.known;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells addresses of the public internet from those that only machines near us can reach. */
final class PrivateAddress {

    private PrivateAddress() {}

    static boolean is(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress() // 169.254.0.0/16 with the clouds' metadata service, fe80::/10
                || address.isSiteLocalAddress() // RFC 1918, fec0::/10
                || address.isMulticastAddress()
                || (address instanceof Inet4Address
                        ? isReserved4(address.getAddress())
                        : isReserved6(address.getAddress()));
    }

    private static boolean isReserved4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || (first == 100 && (second & 0xc0) == 64) // carrier's own, RFC 6598
                || (first == 192 && second == 0 && bytes[2] == 0) // RFC 6890
                || (first == 198 && (second & 0xfe) == 18) // benchmarks, RFC 2544
                || first >= 240;
    }

    private static boolean isReserved6(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return (first & 0xfe) == 0xfc // unique local, RFC 4193
                || (first == 0x20 && second == 0x02) // 6to4, hides an IPv4 address
                || (first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0) // Teredo, likewise
                || first == 0; // ::/8 with IPv4-compatible and, at 64:ff9b::, NAT64 addresses
    }
}
