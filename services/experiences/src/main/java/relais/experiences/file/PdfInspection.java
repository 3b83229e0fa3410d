package relais.experiences.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for what a PDF document may do besides being read. It is not taken apart as a reader would:
 * readers differ, and follow what one of them overlooks. Every byte is looked at for the names that
 * an action, a script or an embedded file cannot do without, wherever it stands, and so is what
 * object streams unpack to, up to a limit. What hides from that by packing otherwise is refused for
 * it: no program that people write documents with does so.
 */
final class PdfInspection {

    private static final int MOST_UNPACKED = 64 * 1024 * 1024;
    private static final int END = 2048;
    private static final int LONGEST_DICTIONARY = 4096;

    /** Long enough not to occur by chance in what is packed. */
    private static final Pattern ACTIVE =
            Pattern.compile(
                    "/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|Rendition"
                            + "|GoToE)(?![A-Za-z0-9])");

    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt(?![A-Za-z0-9])");

    /** Too short to be looked for in pictures and fonts. */
    private static final Pattern SHORT = Pattern.compile("/(JS|XFA|EF)(?![A-Za-z0-9])");

    private static final Pattern STREAM =
            Pattern.compile("stream\\r?\\n.*?endstream", Pattern.DOTALL);
    private static final Pattern PACKED = Pattern.compile("/ObjStm(?![A-Za-z0-9])");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern FILTER = Pattern.compile("/([A-Za-z0-9]+Decode|Fl|Crypt)\\b");

    private PdfInspection() {}

    /** Why it is not kept; empty if it is sound. */
    static Optional<Inspected> fault(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        if (!text.substring(Math.max(0, text.length() - END)).contains("%%EOF")) {
            return Optional.of(Inspected.not("file-broken-document"));
        }
        String plain = unescaped(text);
        if (ENCRYPTED.matcher(plain).find()) {
            return Optional.of(Inspected.not("file-protected"));
        }
        if (ACTIVE.matcher(plain).find()
                || SHORT.matcher(STREAM.matcher(plain).replaceAll("")).find()) {
            return Optional.of(Inspected.not("file-active"));
        }
        // A name that is written otherwise than usual is written so to be overlooked.
        if (count(plain) != count(text)) {
            return Optional.of(Inspected.not("file-unusual"));
        }
        return packed(bytes, text);
    }

    private static long count(String text) {
        return PACKED.matcher(text).results().count();
    }

    /** {@code /Java#53cript} is another way to write a name. */
    private static String unescaped(String text) {
        return text.indexOf('#') < 0
                ? text
                : ESCAPE.matcher(text)
                        .replaceAll(
                                escaped ->
                                        Matcher.quoteReplacement(
                                                String.valueOf(
                                                        (char)
                                                                Integer.parseInt(
                                                                        escaped.group(1), 16))));
    }

    private static Optional<Inspected> packed(byte[] bytes, String text) {
        Matcher stream = PACKED.matcher(text);
        int left = MOST_UNPACKED;
        while (stream.find()) {
            int begin = text.indexOf("stream", stream.end());
            int object = text.lastIndexOf(" obj", stream.start());
            if (begin < 0 || object < 0 || begin - object > LONGEST_DICTIONARY) {
                return Optional.of(Inspected.not("file-unusual"));
            }
            String dictionary = text.substring(object, begin);
            List<String> filters =
                    FILTER.matcher(dictionary).results().map(found -> found.group(1)).toList();
            boolean filtered = dictionary.contains("/Filter");
            if (Stream.of("/Predictor", "/FFilter", "/F ", "/F(", "/F<")
                            .anyMatch(dictionary::contains)
                    || (filtered && !filters.equals(List.of("FlateDecode")))) {
                return Optional.of(Inspected.not("file-unusual"));
            }
            if (filtered) {
                int from = begin + "stream".length();
                from += text.startsWith("\r\n", from) ? 2 : 1;
                Optional<String> unpacked = inflated(bytes, from, left);
                if (unpacked.isEmpty()) {
                    return Optional.of(Inspected.not("file-unusual"));
                }
                left -= unpacked.get().length();
                String names = unescaped(unpacked.get());
                if (ACTIVE.matcher(names).find() || SHORT.matcher(names).find()) {
                    return Optional.of(Inspected.not("file-active"));
                }
            }
        }
        return Optional.empty();
    }

    /** Empty if it is broken, or larger than what is left of the limit. */
    private static Optional<String> inflated(byte[] bytes, int from, int most) {
        if (from >= bytes.length) {
            return Optional.empty();
        }
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            var text = new StringBuilder();
            byte[] buffer = new byte[16 * 1024];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 || text.length() + count > most) {
                    return Optional.empty();
                }
                text.append(new String(buffer, 0, count, ISO_8859_1));
            }
            return Optional.of(text.toString());
        } catch (DataFormatException broken) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
