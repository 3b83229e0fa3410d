package relais.portal.days;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import relais.portal.api.Named;
import relais.portal.api.WorkingDays;
import relais.portal.form.Typed;
import relais.portal.naming.NameBook;
import relais.portal.naming.Picks;

/** Minutes between a form and the service. */
@Component
record MinutesForm(Picks picks) {

    private static final int MOST_OTHERS = 100;

    List<Named> signatories() {
        return picks.signatories();
    }

    DecisionFields decisions(Typed typed) {
        return new DecisionFields(
                typed,
                field -> picks.partner(typed, field),
                field -> picks.territory(typed, field));
    }

    WorkingDays.NewMinutes read(Typed typed, DecisionFields decisions) {
        var attending = new ArrayList<>(typed.texts("attending"));
        picks.partners(typed, "others", MOST_OTHERS).forEach(partner -> add(partner, attending));
        return new WorkingDays.NewMinutes(
                typed.value("text"), attending, decisions.decisions(), typed.value("correction"));
    }

    /** What is corrected begins with what was published. */
    static Typed of(WorkingDays.Day day, NameBook names, List<Named> signatories) {
        WorkingDays.Minutes minutes = day.minutes();
        if (minutes == null) {
            return Typed.nothing();
        }
        List<String> boxes = signatories.stream().map(Named::id).toList();
        Typed typed =
                Typed.nothing()
                        .with("text", minutes.text())
                        .withAll("attending", minutes.attending());
        List<String> others =
                minutes.attending().stream().filter(each -> !boxes.contains(each)).toList();
        typed = names.fill(typed, "others", others);
        for (int place = 0; place < minutes.decisions().size(); place++) {
            WorkingDays.Decision decision = minutes.decisions().get(place);
            String prefix = "decisions[" + place + "].";
            typed = typed.with(prefix + "id", decision.id()).with(prefix + "text", decision.text());
        }
        return typed;
    }

    private static void add(String partner, List<String> attending) {
        if (!attending.contains(partner)) {
            attending.add(partner);
        }
    }
}
