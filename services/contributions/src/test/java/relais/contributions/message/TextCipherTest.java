package relais.contributions.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextCipherTest {

    private static final MessageId ID = new MessageId("msg-1");
    private static final String CARD = "x-tablettes";
    private static final MessageText TEXT = MessageText.of("Appelez Camille Dupont 👋 — été");

    private final TextCipher texts = new TextCipher(new SecureRandom());
    private final AuthorSecret secret = texts.newSecret();
    private final SealedText sealed = texts.seal(secret, ID, CARD, TEXT);

    @Test
    void whatIsSealedOpensAgain() {
        assertThat(texts.open(secret, ID, CARD, sealed)).contains(TEXT);
        assertThat(sealed.nonce()).hasSize(12);
        assertThat(sealed.ciphertext()).hasSize(TEXT.reveal().getBytes(UTF_8).length + 16);
    }

    @Test
    void anotherKeyDoesNotOpenIt() {
        assertThat(texts.open(texts.newSecret(), ID, CARD, sealed)).isEmpty();
    }

    @Test
    void itOpensOnlyWhereItWasPut() {
        assertThat(texts.open(secret, new MessageId("msg-2"), CARD, sealed)).isEmpty();
        assertThat(texts.open(secret, ID, "x-other", sealed)).isEmpty();
        SealedText shifted = texts.seal(secret, new MessageId("msg-1"), "x-a", TEXT);
        assertThat(texts.open(secret, new MessageId("msg-1x"), "-a", shifted)).isEmpty();
    }

    @Test
    void oneBitOfDifferenceAnywhereIsSeen() {
        byte[] ciphertext = sealed.ciphertext();
        for (int i = 0; i < ciphertext.length; i++) {
            byte[] altered = ciphertext.clone();
            altered[i] ^= 1;
            assertThat(texts.open(secret, ID, CARD, new SealedText(sealed.nonce(), altered)))
                    .as("byte %d", i)
                    .isEmpty();
        }
        byte[] nonce = sealed.nonce();
        nonce[0] ^= 1;
        assertThat(texts.open(secret, ID, CARD, new SealedText(nonce, ciphertext))).isEmpty();
    }

    @Test
    void whatIsCutDoesNotOpen() {
        for (int length : new int[] {0, 15, 16, 20}) {
            byte[] cut = Arrays.copyOf(sealed.ciphertext(), length);
            assertThat(texts.open(secret, ID, CARD, new SealedText(sealed.nonce(), cut))).isEmpty();
        }
        assertThat(texts.open(secret, ID, CARD, new SealedText(new byte[0], sealed.ciphertext())))
                .isEmpty();
    }

    @Test
    void noNonceComesTwice() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            nonces.add(HexFormat.of().formatHex(texts.seal(secret, ID, CARD, TEXT).nonce()));
        }
        assertThat(nonces).hasSize(10_000);
    }

    @Test
    void everyMandateHasItsOwnKey() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            keys.add(HexFormat.of().formatHex(texts.newSecret().reveal()));
        }
        assertThat(keys).hasSize(100).allSatisfy(key -> assertThat(key).hasSize(64));
    }
}
