package relais.portal.days;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.CommitteeApi;
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

/** Convenes the partners. */
@Controller
record ConveneController(CommitteeApi committee, MeetingForm meetings, KeptForms forms, Calls calls) {

    @GetMapping("/desk/working-days/new")
    String form(HttpServletRequest request, Model model) {
        model.addAttribute("form", forms.begin(request, Hidden.creating(Typed.nothing())));
        return "days/convene";
    }

    @PostMapping("/desk/working-days/new")
    String convene(
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        WorkingDays.Meeting meeting = meetings.read(typed);
        Answer<Written> answer =
                calls.ask(
                        Service.CONTRIBUTIONS, () -> committee.convene(Hidden.key(typed), meeting));
        if (answer.isOk()) {
            flash.addFlashAttribute(
                    Done.ATTRIBUTE, new Done("days.done.convened", typed.text("theme"), null));
            return "redirect:/desk/working-days/" + answer.value().id();
        }
        Form form = Hidden.again(Form.after(typed, answer));
        response.setStatus(form.status());
        model.addAttribute("form", form);
        return "days/convene";
    }
}
