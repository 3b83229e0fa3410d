package relais.local.example;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import relais.local.message.Messages;

/**
 * The texts of {@code example/messages.properties}, in English where the environment asks for it,
 * else in French.
 */
final class Texts {

    static final Locale LANGUAGE = Messages.language();

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle(
                    "example.messages",
                    LANGUAGE,
                    ResourceBundle.Control.getNoFallbackControl(
                            ResourceBundle.Control.FORMAT_PROPERTIES));

    private Texts() {}

    static String say(String key, Object... arguments) {
        // Arguments are texts already: a line number must not be grouped by thousands.
        Object[] rendered = Stream.of(arguments).map(String::valueOf).toArray();
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(rendered);
    }
}
