package relais.local.example;

import org.jspecify.annotations.Nullable;

/** Ends the loading from anywhere inside it; {@link ExampleData} turns it into a value. */
final class Hindrance extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String text;

    private Hindrance(@Nullable Throwable cause, String text) {
        super(text, cause);
        this.text = text;
    }

    static Hindrance of(String key, Object... arguments) {
        return new Hindrance(null, Texts.say(key, arguments));
    }

    static Hindrance causedBy(Throwable cause, String key, Object... arguments) {
        return new Hindrance(cause, Texts.say(key, arguments));
    }

    /** For the person at the terminal. */
    String text() {
        return text;
    }
}
