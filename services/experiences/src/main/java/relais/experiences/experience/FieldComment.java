package relais.experiences.experience;

import java.util.Objects;

/** What a reviewer asks to change in one field of the card; an absent text is an empty one. */
public record FieldComment(String field, String comment) {

    static final FieldComment NOTHING = new FieldComment("", "");

    public FieldComment {
        field = Objects.requireNonNullElse(field, "").strip();
        comment = Objects.requireNonNullElse(comment, "").strip();
    }
}
