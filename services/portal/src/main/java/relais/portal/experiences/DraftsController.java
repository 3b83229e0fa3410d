package relais.portal.experiences;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;
import relais.portal.page.NotFound;

/** Writing a draft: a form that is kept at every step, and by a script while one types. */
@Controller
@RequestMapping(Writing.DESK)
record DraftsController(
        Drafts drafts, FormPage page, FormFiles files, KeptForms forms, Surroundings surroundings) {

    private static final String AUTOSAVE = "do=autosave";

    @GetMapping("/new")
    String begin(Exchange exchange) {
        return page.show(
                exchange,
                Writing.ofNew(),
                forms.begin(exchange.request(), Hidden.creating(Typed.nothing())));
    }

    @PostMapping({"/new", "/drafts/{id}"})
    String keep(
            @PathVariable(required = false) @Nullable String id,
            @RequestParam(name = "do", defaultValue = "save") String wanted,
            Exchange exchange) {
        exchange.member();
        Writing writing = id == null ? Writing.ofNew() : Writing.ofDraft(id);
        FormFiles.Received received = files.receive(exchange);
        Typed typed = received.typed();
        if (wanted.equals("find")) {
            return page.found(exchange, writing, typed);
        }
        if (!received.faults().isEmpty()) {
            return page.show(exchange, writing, received.refused());
        }
        CardFields.Read read = CardFields.read(typed);
        if (!read.unreadable().isEmpty()) {
            return page.show(exchange, writing, page.unreadable(typed, read.unreadable()));
        }
        Answer<WrittenExperience> kept = kept(exchange, id, typed, read);
        if (kept.isOk()) {
            return goOn(exchange, kept.value(), wanted, typed);
        }
        Form form = Form.after(typed, kept);
        if (id != null && FormPage.isStale(kept)) {
            form = FormPage.upon(exchange, form, drafts.find(id).content(), writing.address());
        }
        return page.show(exchange, writing, form);
    }

    /**
     * What became of a draft that is kept while one types. The form goes to the address that it
     * would go to anyway; the answer has words for the line below it, whatever became of it.
     *
     * @param address where the form is from now on; null if it was not kept
     * @param version to be sent with the next one; null if it was not kept
     * @param complete whether all that was typed is kept
     * @param words for people
     */
    record Outcome(
            @Nullable String address, @Nullable Long version, boolean complete, String words) {}

    @PostMapping(
            path = {"/new", "/drafts/{id}"},
            params = AUTOSAVE)
    @ResponseBody
    Outcome autosave(@PathVariable(required = false) @Nullable String id, Exchange exchange) {
        exchange.member();
        Typed typed = exchange.typed();
        CardFields.Read read = CardFields.read(typed);
        return switch (kept(exchange, id, typed, read)) {
            case Answer.Ok<WrittenExperience>(WrittenExperience draft) ->
                    new Outcome(
                            Writing.DESK + "/drafts/" + draft.id(),
                            draft.version(),
                            read.unreadable().isEmpty(),
                            page.say(
                                    read.unreadable().isEmpty()
                                            ? "experiences.saved-at"
                                            : "experiences.saved-at-but",
                                    page.time(draft.updatedAt())));
            case Answer.Refused<WrittenExperience>(Refusal because) ->
                    new Outcome(null, null, false, refused(because));
            case Answer.Unavailable<WrittenExperience> _ ->
                    new Outcome(null, null, false, page.say("experiences.autosave.away"));
        };
    }

    private Answer<WrittenExperience> kept(
            Exchange exchange, @Nullable String id, Typed typed, CardFields.Read read) {
        return id == null
                ? drafts.keep(exchange.request(), typed, read.text())
                : drafts.edit(exchange.request(), id, typed, read.text());
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

    /** What was typed before a session ended must not be lost to an outage as well. */
    @GetMapping("/drafts/{id}")
    String draft(@PathVariable String id, Exchange exchange) {
        exchange.member();
        Answer<WrittenExperience> draft = drafts.find(id);
        if (draft.isRefused() && draft.refusal().isNotFound()) {
            throw new NotFound();
        }
        if (draft.isOk()) {
            exchange.add("savedAt", page.time(draft.value().updatedAt()));
            Typed begun = Hidden.creating(FormPage.typed(draft.value()));
            return page.show(exchange, Writing.ofDraft(id), forms.begin(exchange.request(), begun));
        }
        Optional<Typed> typed = forms.take(exchange.request());
        return typed.isPresent()
                ? page.show(exchange, Writing.ofDraft(id), Form.after(typed.get(), draft))
                : FormPage.missing(exchange, draft);
    }

    /** Territories to choose from, for a script. */
    @GetMapping("/places")
    String places(@RequestParam(defaultValue = "") String place, Exchange exchange) {
        exchange.add("found", surroundings.findFor(exchange.member(), place));
        return "experiences/form :: found";
    }

    /** Whoever saves stays on the step of the form where they are. */
    private static String goOn(
            Exchange exchange, WrittenExperience kept, String wanted, Typed typed) {
        String draft = "redirect:" + Writing.DESK + "/drafts/" + kept.id();
        // The page says that what was sent is kept; its script then forgets its own copy.
        exchange.flash().addFlashAttribute("saved", true);
        if (wanted.equals("preview")) {
            return draft + "/preview";
        }
        // What is sent with one button is seen where that button is.
        String step = wanted.equals("upload") ? "step-class" : typed.text("step");
        return draft + (step.matches("step-[a-z]{1,10}") ? "#" + step : "");
    }
}
