package relais.contributions.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;

/**
 * What someone wrote. It may name persons, so that it is shown to readers and encrypted, and goes
 * nowhere else: whatever is printed by mistake says only how long it is.
 */
final class MessageText {

    private final String text;

    private MessageText(String text) {
        this.text = text;
    }

    /** Composed (NFC), without the blanks around it. */
    public static MessageText of(String text) {
        return new MessageText(Normalizer.normalize(text.strip(), Normalizer.Form.NFC));
    }

    /** The text itself, for a reader or for the cipher. */
    @JsonValue
    public String reveal() {
        return text;
    }

    /** In characters as a reader sees them (code points). */
    public int length() {
        return text.codePointCount(0, text.length());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MessageText that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "MessageText[" + length() + " characters]";
    }
}
