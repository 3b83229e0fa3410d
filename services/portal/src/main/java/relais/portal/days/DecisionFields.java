package relais.portal.days;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.portal.api.CommitteePlan;
import relais.portal.api.WorkingDays;
import relais.portal.call.Refusal;
import relais.portal.form.Form;
import relais.portal.form.Typed;

/**
 * The decisions of minutes in a form: {@code decisions[0].text}, {@code decisions[0].action.title}
 * and so on, as the service calls them. Those that are left empty are not sent, so a place in the
 * form may differ from that in what was sent; what the service says is put where it belongs.
 */
final class DecisionFields {

    /** As many as the service takes. */
    static final int MOST = 100;

    /** What a new form offers. */
    static final int AT_FIRST = 2;

    private static final Pattern NAME = Pattern.compile("decisions\\[(\\d{1,3})]\\..+");
    private static final Pattern PLACE = Pattern.compile("decisions\\[(\\d{1,3})](.*)");
    private static final String WHOLE_COUNTRY = "pays:FR";

    private final Typed typed;
    private final Function<String, @Nullable String> partner;
    private final Function<String, @Nullable String> territory;
    private final List<WorkingDays.NewDecision> decisions = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    /**
     * @param partner the identifier of the partner that was typed into a field
     * @param territory the same of a territory
     */
    DecisionFields(
            Typed typed,
            Function<String, @Nullable String> partner,
            Function<String, @Nullable String> territory) {
        this.typed = typed;
        this.partner = partner;
        this.territory = territory;
        for (int place = 0; place < count(typed); place++) {
            WorkingDays.NewDecision decision = at("decisions[" + place + "].");
            if (decision != null) {
                decisions.add(decision);
                places.add(place);
            }
        }
    }

    List<WorkingDays.NewDecision> decisions() {
        return decisions;
    }

    /** How many places a form has. */
    static int count(Typed typed) {
        int count = 0;
        for (String name : typed.fields().keySet()) {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                count = Math.max(count, Integer.parseInt(matcher.group(1)) + 1);
            }
        }
        return Math.min(count, MOST);
    }

    /** The same form with what is wrong with a decision beside its own fields. */
    Form besideTheirFields(Form form) {
        Refusal refusal = form.refusal();
        return refusal == null
                ? form
                : new Form(
                        form.typed(),
                        new Refusal(
                                refusal.status(),
                                refusal.title(),
                                refusal.detail(),
                                refusal.violations().stream().map(this::inItsPlace).toList(),
                                refusal.territories(),
                                refusal.correlationId()),
                        form.away(),
                        form.kept());
    }

    private Refusal.Violation inItsPlace(Refusal.Violation violation) {
        Matcher sent = PLACE.matcher(violation.field());
        if (!sent.matches() || Integer.parseInt(sent.group(1)) >= places.size()) {
            return violation;
        }
        int place = places.get(Integer.parseInt(sent.group(1)));
        return new Refusal.Violation(
                "decisions[" + place + "]" + sent.group(2), violation.code(), violation.message());
    }

    private WorkingDays.@Nullable NewDecision at(String prefix) {
        String id = typed.value(prefix + "id");
        String text = typed.value(prefix + "text");
        CommitteePlan.Plan plan = plan(prefix + "action.");
        return text == null && plan == null ? null : new WorkingDays.NewDecision(id, text, plan);
    }

    /** A decision becomes an action as soon as anything but the axes of it is filled in. */
    private CommitteePlan.@Nullable Plan plan(String prefix) {
        String title = typed.value(prefix + "title");
        String lead = partner.apply(prefix + "lead");
        String dueOn = typed.value(prefix + "dueOn");
        String description = typed.value(prefix + "description");
        if (title == null && lead == null && dueOn == null && description == null) {
            return null;
        }
        String where = territory.apply(prefix + "territory");
        return new CommitteePlan.Plan(
                title,
                description,
                lead,
                List.of(),
                Objects.requireNonNullElse(where, WHOLE_COUNTRY),
                typed.texts(prefix + "axes"),
                dueOn,
                typed.texts(prefix + "objectives"),
                null,
                List.of());
    }
}
