package relais.contributions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Everything by which a piece of a text could be found in bytes: each window of twelve characters,
 * as UTF-8, UTF-16, hexadecimal, percent-encoded, escaped for JSON, and each window of twelve bytes
 * as base64, which finds it however the encoding is aligned.
 */
final class ErasureTraces {

    static final int WINDOW = 12;

    private final Set<String> patterns = new LinkedHashSet<>();
    private final BitSet beginnings = new BitSet();

    ErasureTraces(String text) {
        for (int i = 0; i + WINDOW <= text.length(); i++) {
            ofCharacters(text.substring(i, i + WINDOW));
        }
        for (byte[] bytes :
                new byte[][] {
                    text.getBytes(UTF_8), text.getBytes(UTF_16BE), text.getBytes(UTF_16LE)
                }) {
            for (int i = 0; i + WINDOW <= bytes.length; i++) {
                ofBytes(Arrays.copyOfRange(bytes, i, i + WINDOW));
            }
        }
        patterns.forEach(pattern -> beginnings.set(beginning(pattern, 0)));
    }

    /** The first trace in these bytes. */
    Optional<String> in(byte[] bytes) {
        // One character for each byte: a search for bytes becomes one for text.
        String haystack = new String(bytes, ISO_8859_1);
        return IntStream.rangeClosed(0, haystack.length() - WINDOW)
                .filter(at -> beginnings.get(beginning(haystack, at)))
                .boxed()
                .flatMap(at -> patterns.stream().filter(p -> haystack.startsWith(p, at)))
                .findFirst();
    }

    /**
     * The first three bytes there as a number: where none of the patterns begins by them, none is.
     */
    private static int beginning(String text, int at) {
        return text.charAt(at) << 16 | text.charAt(at + 1) << 8 | text.charAt(at + 2);
    }

    private void ofCharacters(String window) {
        patterns.add(latin(window.getBytes(UTF_8)));
        patterns.add(latin(window.getBytes(UTF_16BE)));
        patterns.add(latin(window.getBytes(UTF_16LE)));
        String form = URLEncoder.encode(window, UTF_8);
        for (String encoded : new String[] {form, form.replace("+", "%20")}) {
            patterns.add(encoded);
            patterns.add(encoded.toLowerCase(Locale.ROOT));
        }
        StringBuilder json = new StringBuilder();
        StringBuilder percent = new StringBuilder();
        window.chars()
                .forEach(
                        c ->
                                json.append(
                                        c < 128
                                                ? Character.toString(c)
                                                : String.format("\\u%04x", c)));
        for (byte b : window.getBytes(UTF_8)) {
            percent.append(String.format("%%%02x", b));
        }
        patterns.add(json.toString());
        patterns.add(percent.toString());
        patterns.add(percent.toString().toUpperCase(Locale.ROOT));
    }

    private void ofBytes(byte[] window) {
        patterns.add(Base64.getEncoder().encodeToString(window));
        patterns.add(Base64.getUrlEncoder().encodeToString(window));
        patterns.add(HexFormat.of().formatHex(window));
        patterns.add(HexFormat.of().withUpperCase().formatHex(window));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
