package relais.portal.review;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import relais.portal.api.Card;
import relais.portal.form.Form;
import relais.portal.form.Typed;

/**
 * Comments on fields. The form has one box a field, {@code comment.<field>}; the service takes the
 * list of those that hold something, and says what is wrong by its place in that list.
 */
final class FieldComments {

    static final String PREFIX = "comment.";

    private static final Pattern PLACE = Pattern.compile("comments\\[(\\d{1,4})]\\..*");

    private FieldComments() {}

    static List<Card.Comment> of(Typed typed) {
        return FieldShown.NAMES.stream()
                .flatMap(
                        field -> {
                            String comment = typed.value(PREFIX + field);
                            return comment == null
                                    ? Stream.of()
                                    : Stream.of(new Card.Comment(field, comment));
                        })
                .toList();
    }

    /** The same form with what is wrong with a comment beside the field it is about. */
    static Form besideTheirFields(Typed typed, Form form) {
        List<Card.Comment> comments = of(typed);
        return form.with(
                violation -> {
                    Matcher place = PLACE.matcher(violation.field());
                    return place.matches() && Integer.parseInt(place.group(1)) < comments.size()
                            ? violation.of(
                                    PREFIX + comments.get(Integer.parseInt(place.group(1))).field())
                            : violation;
                });
    }
}
