package relais.portal.days;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import relais.portal.api.CommitteeApi;
import relais.portal.api.WorkingDays;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.call.Status;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.Typed;
import relais.portal.naming.Naming;
import relais.portal.page.NotFound;

/** What the pages about one working day have in common. */
@Component
record DayPages(CommitteeApi committee, Naming naming, Calls calls) {

    /**
     * Reads a day for a page about it.
     *
     * @throws NotFound if there is none
     */
    Answer<WorkingDays.Day> read(String id, HttpServletResponse response) {
        Answer<WorkingDays.Day> day =
                calls.ask(Service.CONTRIBUTIONS, () -> committee.workingDay(id));
        if (day.isRefused() && day.refusal().isNotFound()) {
            throw new NotFound();
        }
        Status.set(day, response);
        return day;
    }

    /**
     * Hands the day and a form to a page. What is sent from it is about the version that it shows:
     * also after somebody else was faster.
     */
    void show(Answer<WorkingDays.Day> day, Form form, Model model, HttpServletResponse response) {
        if (form.status() != 200) {
            response.setStatus(form.status());
        }
        Typed typed =
                day.content()
                        .map(found -> Hidden.seeing(form.typed(), found.version()))
                        .orElse(form.typed());
        model.addAttribute("day", day);
        model.addAttribute("form", new Form(typed, form.refusal(), form.away(), form.kept()));
        model.addAttribute("names", naming.of(day.content().map(DayPages::ids).orElse(List.of())));
    }

    private static List<@Nullable String> ids(WorkingDays.Day day) {
        var ids = new ArrayList<@Nullable String>();
        ids.add(day.territory());
        for (WorkingDays.Item item : day.agenda()) {
            ids.add(item.partner());
            ids.add(item.card());
        }
        WorkingDays.Minutes minutes = day.minutes();
        if (minutes != null) {
            ids.addAll(minutes.attending());
            minutes.decisions().forEach(decision -> ids.add(decision.action()));
        }
        return ids;
    }
}
