package relais.portal.days;

import org.springframework.stereotype.Component;
import relais.portal.api.WorkingDays;
import relais.portal.form.Typed;
import relais.portal.naming.NameBook;
import relais.portal.naming.Picks;

/** When and where the partners meet, between a form and the service. */
@Component
class MeetingForm {

    private final Picks picks;

    MeetingForm(Picks picks) {
        this.picks = picks;
    }

    WorkingDays.Meeting read(Typed typed) {
        return new WorkingDays.Meeting(
                typed.value("date"),
                typed.value("place"),
                picks.territory(typed.value("territory")),
                typed.value("theme"),
                typed.value("description"),
                typed.value("reason"));
    }

    static Typed of(WorkingDays.Day day, NameBook names) {
        return Typed.nothing()
                .with("date", day.date())
                .with("place", day.place())
                .with("territory", names.typed(day.territory()))
                .with("theme", day.theme())
                .with("description", day.description());
    }
}
