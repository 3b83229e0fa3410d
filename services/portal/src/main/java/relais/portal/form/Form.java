package relais.portal.form;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;

/**
 * A form as a page shows it: what is typed, and what became of it when it was last sent. Fields
 * bear the names that the services use, so that what a service says about a field stands beside it.
 * Templates show it with the fragments of {@code parts/form}.
 *
 * @param refusal why the service said no; null if it has not
 * @param away whether the service did not answer: nothing was done, or nobody knows
 * @param kept whether this was typed before a session ended, and is offered again
 */
public record Form(Typed typed, @Nullable Refusal refusal, boolean away, boolean kept) {

    private static final int UNAVAILABLE = 503;

    public static Form of(Typed typed) {
        return new Form(typed, null, false, false);
    }

    public static Form kept(Typed typed) {
        return new Form(typed, null, false, true);
    }

    public static Form after(Typed typed, Answer<?> answer) {
        return switch (answer) {
            case Answer.Ok<?> _ -> of(typed);
            case Answer.Refused<?>(Refusal because) -> new Form(typed, because, false, false);
            case Answer.Unavailable<?> _ -> new Form(typed, null, true, false);
        };
    }

    public Form with(Typed other) {
        return new Form(other, refusal, away, kept);
    }

    /** The same with what is wrong said of other fields. */
    public Form with(UnaryOperator<Refusal.Violation> renamed) {
        return refusal == null ? this : new Form(typed, refusal.with(renamed), away, kept);
    }

    /** Status of the page that shows it: that of the service, or 200. */
    public int status() {
        if (away) {
            return UNAVAILABLE;
        }
        return refusal == null ? 200 : refusal.status();
    }

    public String text(String name) {
        return typed.text(name);
    }

    public boolean has(String name, String value) {
        return typed.has(name, value);
    }

    /** What is wrong with one field, all in one; empty if nothing is. */
    public String error(String name) {
        return violations().stream()
                .filter(violation -> isOf(violation, name))
                .map(Form::words)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** What is wrong, to be listed above the fields. */
    public List<Refusal.Violation> violations() {
        return refusal == null ? List.of() : refusal.violations();
    }

    /** Words for it, or the field if the service has none. */
    public static String words(Refusal.Violation violation) {
        return violation.message().isEmpty() ? violation.field() : violation.message();
    }

    /** Key of what people call a field, whichever of several of it is meant. */
    public static String key(Refusal.Violation violation) {
        return "field." + violation.field().replaceAll("\\[\\d+]", "");
    }

    /** Where on the page a field is. */
    public static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9_-]+", "-");
    }

    /** Ids of a field's hint and error for a screen reader; null if it has neither. */
    public @Nullable String describedBy(String name, @Nullable String hint) {
        String id = id(name);
        String hinted = hint == null || hint.isEmpty() ? "" : id + "-hint";
        String wrong = error(name).isEmpty() ? "" : id + "-error";
        String both = (hinted + " " + wrong).strip();
        return both.isEmpty() ? null : both;
    }

    private static boolean isOf(Refusal.Violation violation, String name) {
        return violation.field().equals(name) || violation.field().startsWith(name + "[");
    }
}
