package relais.portal.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import relais.portal.api.Card;
import relais.portal.api.ReviewRequests;
import relais.portal.call.Refusal;
import relais.portal.form.Form;
import relais.portal.form.Typed;

/**
 * Comments on fields. The form has one box a field, {@code comment.<field>}; the service takes the
 * list of those that hold something, and says what is wrong by its place in that list.
 */
final class FieldComments {

    static final String PREFIX = "comment.";

    private static final Pattern PLACE = Pattern.compile("comments\\[(\\d{1,4})]\\..*");

    private final Typed typed;
    private final List<Card.Comment> comments = new ArrayList<>();

    FieldComments(Typed typed) {
        this.typed = typed;
        for (String field : FieldShown.names()) {
            String comment = typed.value(PREFIX + field);
            if (comment != null) {
                comments.add(new Card.Comment(field, comment));
            }
        }
    }

    ReviewRequests.Return request() {
        return new ReviewRequests.Return(typed.value("reason"), comments);
    }

    /** The same form with what is wrong with a comment beside the field it is about. */
    Form besideTheirFields(Form form) {
        Refusal refusal = form.refusal();
        if (refusal == null) {
            return form;
        }
        List<Refusal.Violation> violations =
                refusal.violations().stream().map(this::besideItsField).toList();
        return new Form(
                form.typed(),
                new Refusal(
                        refusal.status(),
                        refusal.title(),
                        refusal.detail(),
                        violations,
                        refusal.territories(),
                        refusal.correlationId()),
                form.away(),
                form.kept());
    }

    private Refusal.Violation besideItsField(Refusal.Violation violation) {
        Matcher place = PLACE.matcher(violation.field());
        if (!place.matches()) {
            return violation;
        }
        int index = Integer.parseInt(place.group(1));
        return index < comments.size()
                ? new Refusal.Violation(
                        PREFIX + comments.get(index).field(), violation.code(), violation.message())
                : violation;
    }
}
