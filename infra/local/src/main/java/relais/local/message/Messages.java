package relais.local.message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of {@code messages.properties} (French) and {@code messages_en.properties}. The
 * language follows {@code LANGUAGE}, {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG}, in this
 * order as gettext and POSIX have it: English if it starts with {@code en}, else French.
 */
public final class Messages {

    private static final Messages SHARED = new Messages(language());

    private final ResourceBundle texts;

    Messages(Locale locale) {
        this.texts =
                ResourceBundle.getBundle(
                        "relais.local.message.messages",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The text in the language of this process. */
    public static String say(String key, @Nullable Object... arguments) {
        return SHARED.text(key, arguments);
    }

    String text(String key, @Nullable Object... arguments) {
        // Arguments are texts already: a port number must not be grouped by thousands.
        Object[] rendered = Stream.of(arguments).map(String::valueOf).toArray();
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(rendered);
    }

    /** The language of this process. */
    public static Locale language() {
        return language(System.getenv());
    }

    static Locale language(Map<String, String> environment) {
        String value =
                Stream.of("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(found -> !found.isBlank())
                        .findFirst()
                        .orElse("fr");
        return value.startsWith("en") ? Locale.ENGLISH : Locale.FRENCH;
    }
}
