package relais.portal.contributions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
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
import relais.portal.api.Board;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionChange;
import relais.portal.api.ContributionsApi;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.Words;

/** The secretariat asks the signatories, and concludes: adoption, or back to the text. */
@Controller
record ConsultationController(ContributionsApi contributions, ContributionPages pages, KeptForms forms, Calls calls, Clock clock) {

    private static final String ADDRESS = ContributionPages.PATH + "/{id}/consultation";
    private static final String DEADLINE = "deadline";
    private static final int USUAL_DAYS = 21;
    private static final LocalTime USUAL_HOUR = LocalTime.of(18, 0);

    @GetMapping(ADDRESS)
    String ask(
            @PathVariable String id,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        Contribution contribution = show(id, authentication, model, response);
        Typed beginning =
                ContributionPages.seen(
                        Typed.nothing().with(DEADLINE, usualDeadline()), contribution);
        model.addAttribute("form", forms.begin(request, beginning));
        return "contributions/consultation";
    }

    @PostMapping(ADDRESS)
    String conclude(
            @PathVariable String id,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Typed typed = Typed.in(request);
        String step = typed.text("do");
        Answer<ContributionChange> answer = pages.change(id, typed, change(id, step, typed));
        if (answer.isOk()) {
            next.addFlashAttribute("done", step);
            return "redirect:" + ContributionPages.page(id);
        }
        Contribution now = show(id, authentication, model, response);
        ContributionPages.refuse(answer, typed, now, model, response);
        return "contributions/consultation";
    }

    private Function<String, ContributionChange> change(String id, String step, Typed typed) {
        return switch (step) {
            case "adopt" ->
                    version ->
                            contributions.adopt(
                                    id, version, new ContributionsApi.Note(typed.value("note")));
            case "close" ->
                    version ->
                            contributions.closeConsultation(
                                    id,
                                    version,
                                    new ContributionsApi.Reason(typed.value("reason")));
            default ->
                    version ->
                            contributions.consult(
                                    id,
                                    version,
                                    new ContributionsApi.Question(
                                            instant(typed.value(DEADLINE)), typed.value("note")));
        };
    }

    private @Nullable Contribution show(
            String id, Authentication authentication, Model model, HttpServletResponse response) {
        Pending<Board> board = calls.start(Service.CONTRIBUTIONS, () -> contributions.board(id));
        Contribution contribution = pages.show(id, Person.of(authentication), model, response);
        model.addAttribute("board", board.answer());
        return contribution;
    }

    private String usualDeadline() {
        return clock.instant()
                .atZone(Words.PARIS)
                .toLocalDate()
                .plusDays(USUAL_DAYS)
                .atTime(USUAL_HOUR)
                .toString();
    }

    /**
     * What a browser calls a local time is that of Paris; anything else is for the service to
     * judge.
     */
    static @Nullable String instant(@Nullable String local) {
        if (local == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(local).atZone(Words.PARIS).toInstant().toString();
        } catch (DateTimeParseException notALocalTime) {
            return local;
        }
    }
}
