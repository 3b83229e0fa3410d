package relais.experiences.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks for what a document of an office program (OpenDocument) may do besides being read. It is a
 * zip file, which is unpacked piece by piece and never kept unpacked, up to a limit.
 */
final class OdfInspection {

    private static final int MOST_ENTRIES = 2_000;
    private static final long MOST_UNPACKED = 100L * 1024 * 1024;
    private static final int MOST_READ = 32 * 1024 * 1024;
    private static final String PREFIX = "application/vnd.oasis.opendocument.";

    /** The last part of their media types. */
    private static final Set<String> KINDS =
            Set.of("text", "spreadsheet", "presentation", "graphics");

    private static final Pattern MACROS =
            Pattern.compile(
                    "(?i)(^|/)(basic|scripts|dialogs)/.*|.*\\.(jar|class|exe|js|vbs|dll|so)");

    /** A script in the text, or a macro that is bound to opening it. */
    private static final Pattern BOUND =
            Pattern.compile(
                    "<script:event-listener|<office:script\\b|<text:script\\b|vnd\\.sun\\.star\\.script:");

    private OdfInspection() {}

    /**
     * What was found.
     *
     * @param type its media type; empty if it is refused
     * @param fault why it is refused; empty if it is not
     */
    record Found(String type, String fault) {

        private static Found not(String fault) {
            return new Found("", fault);
        }
    }

    static Found in(byte[] bytes) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), UTF_8)) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals("mimetype")) {
                return Found.not("file-no-document");
            }
            String type = new String(zip.readNBytes(100), ISO_8859_1).strip();
            if (!type.startsWith(PREFIX) || !KINDS.contains(type.substring(PREFIX.length()))) {
                return Found.not("file-no-document");
            }
            String fault = faultOfTheRest(zip, bytes);
            return fault.isEmpty() ? new Found(type, "") : Found.not(fault);
        } catch (IOException | IllegalArgumentException broken) {
            return Found.not("file-broken-document");
        }
    }

    private static String faultOfTheRest(ZipInputStream zip, byte[] bytes) throws IOException {
        long left = MOST_UNPACKED;
        int entries = 1;
        byte[] buffer = new byte[16 * 1024];
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries++;
            if (entries > MOST_ENTRIES) {
                return "file-bomb";
            }
            String name = entry.getName();
            if (MACROS.matcher(name).matches() && !entry.isDirectory()) {
                return "file-active";
            }
            boolean read = name.endsWith(".xml");
            var content = new ByteArrayOutputStream();
            for (int count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
                left -= count;
                if (left < 0 || content.size() > MOST_READ) {
                    return "file-bomb";
                }
                if (read) {
                    content.write(buffer, 0, count);
                }
            }
            if (read) {
                String text = content.toString(UTF_8);
                if (name.equals("META-INF/manifest.xml") && text.contains("encryption-data")) {
                    return "file-protected";
                }
                if (BOUND.matcher(text).find()) {
                    return "file-active";
                }
            }
        }
        return entries == listed(bytes) ? "" : "file-unusual";
    }

    /**
     * How many entries its table at the end has: a reader that goes by the table sees others than
     * one that reads from the beginning if they are not as many.
     */
    private static int listed(byte[] bytes) {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xFFFF); at--) {
            if (zip.getInt(at) == 0x06054b50) {
                return zip.getShort(at + 10) & 0xFFFF;
            }
        }
        return -1;
    }
}
