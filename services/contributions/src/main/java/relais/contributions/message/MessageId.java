package relais.contributions.message;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/** The identifier of a message, such as {@code msg-3f9c2a}. */
public record MessageId(@JsonValue String value) {

    public static final String PREFIX = "msg-";

    private static final IdForm FORM = new IdForm("msg-", "a message id");

    public MessageId {
        FORM.require(value);
    }

    public static Optional<MessageId> parse(@Nullable String text) {
        return FORM.parse(text, MessageId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
