package relais.notices.webhook;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses of the Internet a message may be sent to: those of everybody. What is private, of
 * this machine or of its network, or reserved (IANA's registries of special-purpose addresses) is
 * where services are that trust whoever reaches them.
 */
final class PublicAddresses {

    private static final List<AddressBlock> RESERVED =
            List.of(
                    AddressBlock.of("0.0.0.0", 8),
                    AddressBlock.of("10.0.0.0", 8),
                    AddressBlock.of("100.64.0.0", 10),
                    AddressBlock.of("127.0.0.0", 8),
                    AddressBlock.of("169.254.0.0", 16),
                    AddressBlock.of("172.16.0.0", 12),
                    AddressBlock.of("192.0.0.0", 24),
                    AddressBlock.of("192.0.2.0", 24),
                    AddressBlock.of("192.88.99.0", 24),
                    AddressBlock.of("192.168.0.0", 16),
                    AddressBlock.of("198.18.0.0", 15),
                    AddressBlock.of("198.51.100.0", 24),
                    AddressBlock.of("203.0.113.0", 24),
                    AddressBlock.of("224.0.0.0", 3));

    /** Of IPv6 only what is routed to everybody, without what stands for an address of IPv4. */
    private static final AddressBlock GLOBAL = AddressBlock.of("2000::", 3);

    private static final List<AddressBlock> NOT_GLOBAL =
            List.of(
                    AddressBlock.of("2001::", 23),
                    AddressBlock.of("2001:db8::", 32),
                    AddressBlock.of("2002::", 16),
                    AddressBlock.of("3fff::", 20));

    /**
     * The addresses that begin with the same bits.
     *
     * @param bytes of an address of this kind: 4 or 16
     */
    private record AddressBlock(BigInteger start, int bytes, int bits) {

        static AddressBlock of(String start, int bits) {
            try {
                byte[] address = InetAddress.getByName(start).getAddress();
                return new AddressBlock(new BigInteger(1, address), address.length, bits);
            } catch (UnknownHostException noName) {
                throw new IllegalStateException(noName);
            }
        }

        boolean holds(byte[] address) {
            int dropped = bytes * Byte.SIZE - bits;
            return address.length == bytes
                    && new BigInteger(1, address)
                            .shiftRight(dropped)
                            .equals(start.shiftRight(dropped));
        }
    }

    private PublicAddresses() {}

    static boolean include(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean four = bytes.length == 4;
        return four
                ? RESERVED.stream().noneMatch(block -> block.holds(bytes))
                : GLOBAL.holds(bytes) && NOT_GLOBAL.stream().noneMatch(block -> block.holds(bytes));
    }
}
