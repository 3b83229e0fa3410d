package relais.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The vectors were computed by {@code verify.py}; whoever writes the rules anew can use them. */
class DigestTest {

    private static final LogPartition LANE = new LogPartition("relais.experiences", 3);

    @Test
    void anEventIsItsKeyItsHeadersByNameAndItsBytes() {
        assertThat(hex(Digest.ofEvent(event("commune:25056", "é"))))
                .isEqualTo("dd941b009e70897dde0aeb7feccf17c8108005967e7204044c5a3b5c50d7d08b");
    }

    @Test
    void theOrderOfHeadersDoesNotMatterAndAnAbsentKeyIsTheEmptyText() {
        Map<String, String> reversed = new LinkedHashMap<>();
        reversed.put("ce_type", "T");
        reversed.put("ce_id", "x-1:1");

        assertThat(Digest.ofEvent(event(null, "é")))
                .isEqualTo(
                        Digest.ofEvent(
                                new LoggedEvent(
                                        new RecordPosition(Instant.EPOCH, LANE, 0),
                                        "",
                                        reversed,
                                        "é".getBytes(UTF_8))));
    }

    @Test
    void aPartitionIsAChain() {
        byte[] first = Digest.after(null, Digest.ofEvent(event("commune:25056", "é")));
        byte[] second = Digest.after(first, Digest.ofEvent(event("commune:25056", "")));

        assertThat(hex(first))
                .isEqualTo("54b4a164bb7f3ac97755c799ef3cf0985c1490e25a70d0541ad00806e668061c");
        assertThat(hex(second))
                .isEqualTo("62b900f9992daa66580fcf0fd070b6b2d54dcc92d4db50ee1ea13b6af01ff880");
    }

    @Test
    void theLogIsItsPartitionsThatHoldEventsByTopicAndNumber() {
        SortedMap<LogPartition, Checkpoint> partitions = new TreeMap<>();
        partitions.put(
                new LogPartition("relais.partners", 10),
                new Checkpoint(
                        2, 2, "62b900f9992daa66580fcf0fd070b6b2d54dcc92d4db50ee1ea13b6af01ff880"));
        partitions.put(
                new LogPartition("relais.partners", 2),
                new Checkpoint(
                        1, 1, "54b4a164bb7f3ac97755c799ef3cf0985c1490e25a70d0541ad00806e668061c"));
        partitions.put(
                LANE,
                new Checkpoint(
                        2, 2, "62b900f9992daa66580fcf0fd070b6b2d54dcc92d4db50ee1ea13b6af01ff880"));
        partitions.put(new LogPartition("relais.contributions", 0), Checkpoint.START);

        assertThat(Digest.ofLog(partitions))
                .isEqualTo("4f178f04e7675adb1dcacb1cd14cb0ee65dc78faaa9d901f0fc5a2322c6f76bd");
    }

    private static LoggedEvent event(@Nullable String key, String value) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_id", "x-1:1");
        headers.put("ce_type", "T");
        return new LoggedEvent(
                new RecordPosition(Instant.EPOCH, LANE, 0), key, headers, value.getBytes(UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
