package relais.portal.contributions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.account.Person;
import relais.portal.api.AmendmentTexts;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionChange;
import relais.portal.api.ContributionsApi;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.form.Form;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.NotFound;

/** One amendment beside the text that it is to change, and what its drafters answer. */
@Controller
record AmendmentController(ContributionsApi contributions, ContributionPages pages, KeptForms forms, Calls calls) {

    private static final String ADDRESS = ContributionPages.PATH + "/{id}/amendments/{amendment}";
    private static final String PAGE = "contributions/amendment";
    private static final String AGAINST = "against";
    private static final int CONFLICT = 409;

    @GetMapping(ADDRESS)
    String read(
            @PathVariable String id,
            @PathVariable String amendment,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        Pending<AmendmentTexts> asked = ask(id, amendment);
        Contribution contribution = pages.show(id, Person.of(authentication), model, response);
        AmendmentTexts texts = show(asked, amendment, model);
        model.addAttribute(
                "form",
                forms.begin(
                        request,
                        resolving(texts, ContributionPages.seen(Typed.nothing(), contribution))));
        return PAGE;
    }

    @PostMapping(ADDRESS)
    String answer(
            @PathVariable String id,
            @PathVariable String amendment,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Typed typed = Typed.in(request);
        String step = typed.text("do");
        Answer<ContributionChange> answer =
                pages.change(id, typed, change(id, amendment, step, typed));
        if (answer.isOk()) {
            next.addFlashAttribute("done", step);
            return "redirect:" + ContributionPages.page(id) + "#amendments";
        }
        Pending<AmendmentTexts> asked = ask(id, amendment);
        Contribution now = pages.show(id, Person.of(authentication), model, response);
        AmendmentTexts texts = show(asked, amendment, model);
        if (now != null && texts != null && hasMovedSince(texts, typed)) {
            // What was resolved stays; the present texts are shown beside it, to be looked at.
            Typed fresh = ContributionPages.seen(typed, now).with(AGAINST, texts.textVersion());
            model.addAttribute(
                    "form", Form.of(typed.value("body") == null ? resolving(texts, fresh) : fresh));
            model.addAttribute("moved", true);
            response.setStatus(CONFLICT);
        } else {
            ContributionPages.refuse(answer, typed, now, model, response);
        }
        return PAGE;
    }

    private static boolean hasMovedSince(AmendmentTexts texts, Typed typed) {
        return texts.isOpen()
                && texts.moved()
                && !typed.text(AGAINST).equals(String.valueOf(texts.textVersion()));
    }

    /** Where the section has moved, the drafters begin with both changes in one text. */
    private static Typed resolving(@Nullable AmendmentTexts texts, Typed typed) {
        if (texts == null || !texts.moved() || texts.texts().merged() == null) {
            return typed;
        }
        AmendmentTexts.Wording current = texts.texts().current();
        String base = texts.texts().base().heading();
        String proposed = texts.texts().proposed().heading();
        String heading = proposed.equals(base) && current != null ? current.heading() : proposed;
        return typed.with(AGAINST, texts.textVersion())
                .with("heading", heading)
                .with("body", texts.texts().merged().text());
    }

    private Function<String, ContributionChange> change(
            String id, String amendment, String step, Typed typed) {
        var reason = new ContributionsApi.Reason(typed.value("reason"));
        return switch (step) {
            case "accepted" ->
                    version ->
                            contributions.acceptAmendment(
                                    id, amendment, version, acceptance(typed));
            case "rejected" ->
                    version -> contributions.rejectAmendment(id, amendment, version, reason);
            case "taken-back" ->
                    version -> contributions.withdrawAmendment(id, amendment, version, reason);
            default -> throw new NotFound();
        };
    }

    private static ContributionsApi.Acceptance acceptance(Typed typed) {
        String against = typed.text(AGAINST);
        if (!against.matches("[0-9]{1,9}")) {
            return new ContributionsApi.Acceptance(typed.value("comment"), null, null, null);
        }
        return new ContributionsApi.Acceptance(
                typed.value("comment"),
                typed.value("heading"),
                typed.text("body").replace("\r\n", "\n"),
                Long.valueOf(against));
    }

    private Pending<AmendmentTexts> ask(String id, String amendment) {
        return calls.start(Service.CONTRIBUTIONS, () -> contributions.amendment(id, amendment));
    }

    private static @Nullable AmendmentTexts show(
            Pending<AmendmentTexts> asked, String amendment, Model model) {
        Answer<AmendmentTexts> texts = asked.answer();
        if (texts.isRefused() && texts.refusal().isNotFound()) {
            throw new NotFound();
        }
        AmendmentTexts found = texts.content().orElse(null);
        model.addAttribute("a", found);
        model.addAttribute("amendmentId", amendment);
        if (found != null) {
            model.addAttribute("columns", Columns.of(found));
        }
        return found;
    }
}
