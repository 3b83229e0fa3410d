package relais.portal.days;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.CommitteeApi;
import relais.portal.api.ReviewRequests;
import relais.portal.api.WorkingDays;
import relais.portal.api.Written;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.form.Done;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.naming.NameBook;
import relais.portal.naming.Naming;

/** Moves a working day to come, changes what it is about, or cancels it. */
@Controller
record MoveController(CommitteeApi committee, DayPages pages, MeetingForm meetings, Naming naming, KeptForms forms, Calls calls) {

    @GetMapping("/desk/working-days/{id}/move")
    String form(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Answer<WorkingDays.Day> day = pages.read(id, response);
        Form form = forms.begin(request, day.content().map(this::typed).orElse(Typed.nothing()));
        pages.show(day, form, model, response);
        return "days/move";
    }

    @PostMapping("/desk/working-days/{id}/move")
    String move(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        WorkingDays.Meeting meeting = meetings.read(typed);
        Answer<Written> answer =
                calls.ask(
                        Service.CONTRIBUTIONS,
                        () -> committee.move(id, Hidden.ifMatch(typed), meeting));
        return answer.isOk()
                ? done("days.done.moved", flash)
                : again("days/move", id, Form.after(typed, answer), model, response);
    }

    @GetMapping("/desk/working-days/{id}/cancellation")
    String cancellation(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Form form = forms.begin(request, Typed.nothing());
        pages.show(pages.read(id, response), form, model, response);
        return "days/cancellation";
    }

    @PostMapping("/desk/working-days/{id}/cancellation")
    String cancel(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        var reason = new ReviewRequests.Reason(typed.value("reason"));
        Answer<Written> answer =
                calls.ask(
                        Service.CONTRIBUTIONS,
                        () -> committee.cancel(id, Hidden.ifMatch(typed), reason));
        return answer.isOk()
                ? done("days.done.cancelled", flash)
                : again("days/cancellation", id, Form.after(typed, answer), model, response);
    }

    private Typed typed(WorkingDays.Day day) {
        NameBook names = naming.of(Collections.singletonList(day.territory()));
        return MeetingForm.of(day, names);
    }

    private String again(
            String page, String id, Form form, Model model, HttpServletResponse response) {
        pages.show(pages.read(id, response), form, model, response);
        return page;
    }

    private static String done(String key, RedirectAttributes flash) {
        flash.addFlashAttribute(Done.ATTRIBUTE, new Done(key, "", null));
        return "redirect:/desk/working-days/{id}";
    }
}
