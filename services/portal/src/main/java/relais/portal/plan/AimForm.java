package relais.portal.plan;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import relais.portal.api.CommitteePlan;
import relais.portal.api.Named;
import relais.portal.form.Typed;
import relais.portal.naming.NameBook;
import relais.portal.naming.Picks;

/** An objective between a form and the service. */
@Component
record AimForm(Picks picks) {

    /** Who may be chosen to measure, before anything is typed. */
    List<Named> stewards() {
        return picks.signatories();
    }

    CommitteePlan.Aim read(Typed typed) {
        return new CommitteePlan.Aim(
                typed.value("axis"),
                typed.value("title"),
                typed.value("indicator"),
                typed.value("unit"),
                Figures.number(typed.value("baseline")),
                typed.value("baselineOn"),
                Figures.number(typed.value("target")),
                typed.value("dueOn"),
                picks.partner(typed, "steward"),
                typed.value("note"));
    }

    static Typed of(CommitteePlan.Objective objective, NameBook names, Locale locale) {
        boolean french = locale.getLanguage().equals("fr");
        Typed typed =
                Typed.nothing()
                        .with("axis", objective.axis())
                        .with("title", objective.title())
                        .with("indicator", objective.indicator())
                        .with("unit", objective.unit())
                        .with("baseline", Figures.typed(objective.baseline(), french))
                        .with("baselineOn", objective.baselineOn())
                        .with("target", Figures.typed(objective.target(), french))
                        .with("dueOn", objective.dueOn())
                        .with("note", objective.note());
        return names.fill(typed, "steward", objective.steward());
    }
}
