package relais.partners.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;

/**
 * Who holds a mandate, as typed or, once {@link #accepted()}, as kept: apart from the partner and
 * from every event, erasable. It does not print itself, so that no log can hold it.
 */
@Schema(name = "Person")
record Person(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
        @Nullable String email) {

    private static final int MAX_NAME = 120;
    private static final int MAX_EMAIL = 254;

    /** Enough to catch a slip; only a message sent tells whether an address exists. */
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+");

    /**
     * @param path where the person stands in the input, such as {@code person.}; empty at its root
     */
    Stream<Refusal> refusals(String path) {
        String address = Line.given(email);
        return Stream.concat(
                Line.required(path + "name", name, MAX_NAME),
                Refusal.when(
                        address != null && !isAddress(address),
                        Refusal.malformed(path + "email", "email")));
    }

    Person accepted() {
        return new Person(name, Line.given(email));
    }

    static boolean isAddress(String text) {
        return text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "Person[not shown]";
    }
}
