package relais.portal.days;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.CommitteeApi;
import relais.portal.api.Named;
import relais.portal.api.WorkingDays;
import relais.portal.api.Written;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.form.Choice;
import relais.portal.form.Done;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.naming.Axes;
import relais.portal.naming.NameBook;
import relais.portal.naming.Naming;
import relais.portal.page.Words;

/** Publishes the minutes of a working day, whose decisions may become actions; corrects them. */
@Controller
record MinutesController(CommitteeApi committee, DayPages pages, MinutesForm minutes, Naming naming, KeptForms forms, Words words, Calls calls) {

    private static final String PAGE = "days/minutes";

    @GetMapping("/desk/working-days/{id}/minutes")
    String form(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Answer<WorkingDays.Day> day = pages.read(id, response);
        List<Named> signatories = minutes.signatories();
        Typed begun =
                day.content()
                        .map(found -> MinutesForm.of(found, names(found), signatories))
                        .orElse(Typed.nothing());
        show(day, forms.begin(request, begun), signatories, model, response);
        return PAGE;
    }

    /** Publishes; or, asked for more, shows the same form with a place for one more decision. */
    @PostMapping("/desk/working-days/{id}/minutes")
    String publish(
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        if (typed.has("more", "yes")) {
            show(pages.read(id, response), Form.of(typed), minutes.signatories(), model, response);
            return PAGE;
        }
        DecisionFields decisions = minutes.decisions(typed);
        WorkingDays.NewMinutes written = minutes.read(typed, decisions);
        Answer<Written> answer =
                calls.ask(
                        Service.CONTRIBUTIONS,
                        () -> committee.publishMinutes(id, Hidden.ifMatch(typed), written));
        if (answer.isOk()) {
            flash.addFlashAttribute(Done.ATTRIBUTE, new Done("days.done.minutes", "", null));
            return "redirect:/desk/working-days/{id}";
        }
        Form form = decisions.besideTheirFields(Form.after(typed, answer));
        show(pages.read(id, response), form, minutes.signatories(), model, response);
        return PAGE;
    }

    private void show(
            Answer<WorkingDays.Day> day,
            Form form,
            List<Named> signatories,
            Model model,
            HttpServletResponse response) {
        pages.show(day, form, model, response);
        model.addAttribute(
                "signatories",
                signatories.stream().map(each -> new Choice(each.id(), each.name())).toList());
        model.addAttribute("partners", signatories);
        model.addAttribute("axes", Axes.choices(words));
        model.addAttribute("places", places(form.typed()));
        model.addAttribute("became", became(day.content().orElse(null)));
    }

    /** One empty place at least, for those without scripts too. */
    private static List<Integer> places(Typed typed) {
        int filled = DecisionFields.count(typed);
        int offered =
                filled == 0
                        ? DecisionFields.AT_FIRST
                        : typed.has("more", "yes") || typed.text("version").isEmpty()
                                ? filled + 1
                                : filled;
        return Stream.iterate(0, place -> place + 1)
                .limit(Math.min(offered, DecisionFields.MOST))
                .toList();
    }

    /** Actions by the decision that they came of: those stay as they are. */
    private static Map<String, String> became(WorkingDays.@Nullable Day day) {
        var became = new HashMap<String, String>();
        WorkingDays.Minutes known = day == null ? null : day.minutes();
        if (known != null) {
            known.decisions()
                    .forEach(
                            decision -> {
                                if (decision.action() != null) {
                                    became.put(decision.id(), decision.action());
                                }
                            });
        }
        return became;
    }

    private NameBook names(WorkingDays.Day day) {
        WorkingDays.Minutes known = day.minutes();
        return naming.of(known == null ? List.of() : new ArrayList<>(known.attending()));
    }
}
