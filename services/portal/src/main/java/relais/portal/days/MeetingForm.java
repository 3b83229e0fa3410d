package relais.portal.days;

import org.springframework.stereotype.Component;
import relais.portal.api.WorkingDays;
import relais.portal.form.Typed;
import relais.portal.naming.NameBook;
import relais.portal.naming.Picks;

/** When and where the partners meet, between a form and the service. */
@Component
record MeetingForm(Picks picks) {

    WorkingDays.Meeting read(Typed typed) {
        return new WorkingDays.Meeting(
                typed.value("date"),
                typed.value("place"),
                picks.territory(typed, "territory"),
                typed.value("theme"),
                typed.value("description"),
                typed.value("reason"));
    }

    static Typed of(WorkingDays.Day day, NameBook names) {
        Typed typed =
                Typed.nothing()
                        .with("date", day.date())
                        .with("place", day.place())
                        .with("theme", day.theme())
                        .with("description", day.description());
        return names.fill(typed, "territory", day.territory());
    }
}
