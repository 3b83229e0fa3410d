package relais.local.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The vectors are those that history's own digest is tested with; verify.py computed them. */
class LogDigestTest {

    private static final Partition TWO = new Partition("relais.partners", 2);
    private static final Partition TEN = new Partition("relais.partners", 10);

    @Test
    void anEventIsItsKeyItsHeadersByNameAndItsBytes() {
        assertThat(HexFormat.of().formatHex(LogDigest.of(log(TWO, 0, "é"))))
                .isEqualTo("dd941b009e70897dde0aeb7feccf17c8108005967e7204044c5a3b5c50d7d08b");
    }

    @Test
    void aPartitionIsAChainAndTheLogItsPartitionsByTopicAndNumber() {
        Partition three = new Partition("relais.experiences", 3);
        LogDigest digest = new LogDigest(Map.of(TWO, 1L, TEN, 9L, three, 2L));
        for (LogRecord log :
                new LogRecord[] {
                    log(TEN, 0, "é"),
                    log(TWO, 0, "é"),
                    log(TEN, 1, ""),
                    log(three, 0, "é"),
                    log(three, 1, ""),
                    log(TWO, 1, "behind the place"),
                    log(three, 2, "behind the place")
                }) {
            digest.add(log, LogDigest.of(log));
        }

        Proof proof = digest.proof();

        assertThat(proof.shares().get(TWO))
                .isEqualTo(
                        new Proof.Share(
                                1,
                                1,
                                "54b4a164bb7f3ac97755c799ef3cf0985c1490e25a70d0541ad00806e668061c"));
        assertThat(proof.shares().get(TEN))
                .isEqualTo(
                        new Proof.Share(
                                2,
                                2,
                                "62b900f9992daa66580fcf0fd070b6b2d54dcc92d4db50ee1ea13b6af01ff880"));
        assertThat(proof.events()).isEqualTo(5);
        assertThat(proof.digest())
                .isEqualTo("4f178f04e7675adb1dcacb1cd14cb0ee65dc78faaa9d901f0fc5a2322c6f76bd");
    }

    private static LogRecord log(Partition partition, long offset, String value) {
        return new LogRecord(
                partition,
                offset,
                "commune:25056",
                new TreeMap<>(Map.of("ce_id", "x-1:1", "ce_type", "T")),
                value.getBytes(UTF_8));
    }
}
