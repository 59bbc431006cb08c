package io.weekbench.host.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which servers may be asked. An address in a table may be anybody's doing, and this process sits
 * inside a network that trusts it: it must not become the way to a router, a cloud's metadata or
 * another service of this machine.
 *
 * <p>So a name is looked up and <em>every</em> address it leads to must be one of the public
 * internet. Against a name that leads elsewhere the next moment (DNS rebinding): the JVM keeps what
 * it looked up for 30 seconds, so the connection made right after the check goes to an address that
 * was checked; and the name is looked up again when the answer is there, so that an answer from
 * inside is not read even where that moment lay between the two. Through a proxy, which looks names
 * up by itself, the check holds as far as both see the same names.
 */
final class Reachable {
    private static final List<Range> RESERVED =
            List.of(
                    new Range(0, 0, 8), // this network
                    new Range(100, 64, 10), // carrier-grade NAT
                    new Range(192, 0, 24), // protocol assignments
                    new Range(198, 18, 15), // benchmarks
                    new Range(240, 0, 4)); // kept for later, and broadcast

    private final Set<String> allowed;

    Reachable(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** The first so many bits of an address of four bytes; the third byte is 0. */
    private record Range(int first, int second, int bits) {
        boolean holds(int address) {
            int mask = -1 << (32 - bits);
            return (address & mask) == ((first << 24 | second << 16) & mask);
        }
    }

    /**
     * @param host as in an address; IPv6 in brackets
     * @throws UnknownHostException where it leads nowhere
     */
    boolean allows(String host) throws UnknownHostException {
        if (allowed.contains("*") || allowed.contains(host.toLowerCase(Locale.ROOT))) {
            return true;
        }
        return Arrays.stream(InetAddress.getAllByName(host)).allMatch(Reachable::isPublic);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address
                ? isPublic(number(bytes))
                : !(address instanceof Inet6Address) || isPublic(bytes);
    }

    private static boolean isPublic(int v4) {
        return RESERVED.stream().noneMatch(range -> range.holds(v4));
    }

    /** Only what is handed out, 2000::/3, and no IPv4 address in disguise. */
    private static boolean isPublic(byte[] v6) {
        boolean handedOut = (v6[0] & 0xe0) == 0x20;
        boolean sixToFour = v6[0] == 0x20 && v6[1] == 0x02;
        boolean teredoOrProtocol = v6[0] == 0x20 && v6[1] == 0x01 && v6[2] == 0 && v6[3] == 0;
        return handedOut && !sixToFour && !teredoOrProtocol;
    }

    private static int number(byte[] v4) {
        return ByteBuffer.wrap(v4).getInt();
    }
}
