package relais.portal.experiences;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;
import relais.portal.form.Form;
import relais.portal.form.Typed;

/**
 * Keeps a draft while one types. The form goes to the address that it would go to anyway, with
 * {@code do=autosave}; the answer has words for the line below it, whatever became of it.
 */
@Controller
@RequestMapping(Writing.DESK)
record AutosaveController(Drafts drafts, FormPage page) {

    private static final String AUTOSAVE = "do=autosave";

    /**
     * What became of it.
     *
     * @param address where the form is from now on; null if it was not kept
     * @param version to be sent with the next one; null if it was not kept
     * @param words for people
     */
    record Outcome(@Nullable String address, @Nullable Long version, String words) {}

    @PostMapping(path = "/new", params = AUTOSAVE)
    @ResponseBody
    Outcome keep(HttpServletRequest request, Authentication authentication) {
        Membership.partnerOf(authentication);
        Typed typed = Typed.in(request);
        CardFields.Read read = CardFields.read(typed);
        return outcome(drafts.keep(request, typed, read.text()), read);
    }

    @PostMapping(path = "/drafts/{id}", params = AUTOSAVE)
    @ResponseBody
    Outcome edit(
            @PathVariable String id, HttpServletRequest request, Authentication authentication) {
        Membership.partnerOf(authentication);
        Typed typed = Typed.in(request);
        CardFields.Read read = CardFields.read(typed);
        return outcome(drafts.edit(request, id, typed, read.text()), read);
    }

    private Outcome outcome(Answer<WrittenExperience> kept, CardFields.Read read) {
        return switch (kept) {
            case Answer.Ok<WrittenExperience>(WrittenExperience draft) ->
                    new Outcome(
                            Writing.DESK + "/drafts/" + draft.id(),
                            draft.version(),
                            saved(draft, read));
            case Answer.Refused<WrittenExperience>(Refusal because) ->
                    new Outcome(null, null, refused(because));
            case Answer.Unavailable<WrittenExperience> _ ->
                    new Outcome(null, null, page.say("experiences.autosave.away"));
        };
    }

    private String saved(WrittenExperience draft, CardFields.Read read) {
        String time = page.time(draft.updatedAt());
        return read.unreadable().isEmpty()
                ? page.say("experiences.saved-at", time)
                : page.say("experiences.saved-at-but", time);
    }

    private String refused(Refusal because) {
        if (because.isTooFast()) {
            return page.say("experiences.autosave.refused", because.title());
        }
        return because.violations().stream()
                .findFirst()
                .map(violation -> page.say("experiences.autosave.refused", Form.words(violation)))
                .orElseGet(() -> page.say("experiences.autosave.stale"));
    }
}
