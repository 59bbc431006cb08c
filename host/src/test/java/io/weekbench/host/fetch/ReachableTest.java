package io.weekbench.host.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "0.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2"
            })
    void keepsOut(String address) throws UnknownHostException {
        assertFalse(Reachable.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "87.238.57.232", "100.63.255.255", "100.128.0.1", "172.15.255.255",
                "172.32.0.1", "192.0.1.1", "198.17.255.255", "198.20.0.1", "223.255.255.255",
                "2a02:16a8:dc51::50", "2606:4700:4700::1111", "2001:4860:4860::8888"
            })
    void letsThrough(String address) throws UnknownHostException {
        assertTrue(Reachable.isPublic(InetAddress.getByName(address)));
    }

    @Test
    void allowsWhatIsNamedAndNothingElse() throws UnknownHostException {
        Reachable reachable = new Reachable(Set.of("127.0.0.1"));
        assertTrue(reachable.allows("127.0.0.1"));
        assertFalse(reachable.allows("localhost"));
        assertEquals(true, new Reachable(Set.of("*")).allows("localhost"));
    }
}
