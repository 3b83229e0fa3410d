package relais.portal.experiences;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** The text of a file that a spreadsheet wrote: in UTF-8, or as older ones do on Windows. */
final class TableText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';

    private TableText() {}

    static String of(byte[] file) {
        String text = decoded(file);
        return text.isEmpty() || text.charAt(0) != MARK ? text : text.substring(1);
    }

    private static String decoded(byte[] file) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(file, WINDOWS);
        }
    }
}
