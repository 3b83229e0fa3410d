package relais.teststack;

/** Texts that no field takes, whatever it is for. */
public enum HostileText {
    CONTROL_CHARACTER("a\u0000b"),
    /** Reads otherwise than it is. */
    TURNED_AROUND("a\u202Eb"),
    /** Half of a pair, which no encoding can carry. */
    LONE_SURROGATE("a\uD800b"),
    TOO_LONG("x".repeat(250_000));

    private final String text;

    HostileText(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
