package relais.teststack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /**
     * Puts this text in the place of every text of every command, those of tomorrow included.
     *
     * @param refused the fields for which the rules refuse a command
     * @return how many texts were tried
     * @throws AssertionError naming each text that is not refused by its field
     */
    public <C> int triedOn(List<C> commands, Function<C, Stream<String>> refused) {
        int tried = 0;
        List<String> taken = new ArrayList<>();
        for (C command : commands) {
            for (TextFields.Variant<C> spoilt : TextFields.replacedBy(text, command)) {
                tried++;
                if (refused.apply(spoilt.record())
                        .noneMatch(field -> field.contains(spoilt.field()))) {
                    taken.add(spoilt.field() + " of " + command.getClass().getSimpleName());
                }
            }
        }
        if (!taken.isEmpty()) {
            throw new AssertionError(this + " is taken by " + taken);
        }
        return tried;
    }
}
