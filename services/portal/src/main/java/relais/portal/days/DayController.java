package relais.portal.days;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
import relais.portal.naming.Picks;

/** One working day, and what is put on its agenda or taken off. */
@Controller
record DayController(CommitteeApi committee, DayPages pages, Picks picks, KeptForms forms, Calls calls) {

    private static final String PAGE = "days/day";

    @GetMapping("/desk/working-days/{id}")
    String look(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Form form = forms.begin(request, Hidden.creating(Typed.nothing()));
        pages.show(pages.read(id, response), form, model, response);
        return PAGE;
    }

    @PostMapping("/desk/working-days/{id}")
    String add(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        WorkingDays.NewItem item = item(typed);
        Answer<Written> answer =
                calls.ask(
                        Service.CONTRIBUTIONS,
                        () ->
                                committee.addToAgenda(
                                        id, Hidden.ifMatch(typed), Hidden.key(typed), item));
        if (answer.isOk()) {
            return done("days.done.added", typed.text("label"), flash);
        }
        Form form = Hidden.again(Form.after(typed, answer));
        pages.show(pages.read(id, response), form, model, response);
        return PAGE;
    }

    @PostMapping("/desk/working-days/{id}/agenda/{item}/removal")
    String remove(
            @PathVariable String id,
            @PathVariable String item,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        Answer<Written> answer =
                calls.ask(
                        Service.CONTRIBUTIONS,
                        () -> committee.removeFromAgenda(id, item, Hidden.ifMatch(typed)));
        if (answer.isOk()) {
            return done("days.done.removed", typed.text("removed"), flash);
        }
        Form form = Form.after(Hidden.creating(typed), answer);
        pages.show(pages.read(id, response), form, model, response);
        return PAGE;
    }

    /** Whoever pastes the address of a version means that version. */
    private WorkingDays.NewItem item(Typed typed) {
        Picks.PickedCard card = picks.card(typed, "card");
        return new WorkingDays.NewItem(
                typed.value("label"),
                card == null ? null : card.id(),
                card == null ? null : card.version(),
                typed.value("note"));
    }

    private static String done(String key, String about, RedirectAttributes flash) {
        flash.addFlashAttribute(Done.ATTRIBUTE, new Done(key, about, null));
        return "redirect:/desk/working-days/{id}";
    }
}
