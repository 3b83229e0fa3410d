package relais.portal.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.api.ContributionsApi;
import relais.portal.api.Listing;
import relais.portal.api.Message;
import relais.portal.api.ReviewRequests;
import relais.portal.api.Written;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.call.Status;
import relais.portal.form.Done;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.naming.Naming;
import relais.portal.page.NotFound;

/** What people say about a card, and hiding one message of it for a reason that everyone reads. */
@Controller
class ThreadModerationController {

    private static final String PAGE_SIZE = "100";
    private static final int PAGES = 20;

    private final ContributionsApi contributions;
    private final Naming naming;
    private final KeptForms forms;
    private final Calls calls;

    ThreadModerationController(
            ContributionsApi contributions, Naming naming, KeptForms forms, Calls calls) {
        this.contributions = contributions;
        this.naming = naming;
        this.forms = forms;
        this.calls = calls;
    }

    @GetMapping("/desk/review/threads/{card}")
    String thread(
            @PathVariable String card,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            HttpServletResponse response) {
        Answer<Listing<Message>> thread =
                calls.ask(Service.CONTRIBUTIONS, () -> page(card, cursor));
        if (thread.isRefused() && thread.refusal().isNotFound()) {
            throw new NotFound();
        }
        Status.set(thread, response);
        addNames(card, thread.content().map(Listing::items).orElse(List.of()), model);
        model.addAttribute("thread", thread);
        return "review/thread";
    }

    @GetMapping("/desk/review/threads/{card}/{id}")
    String form(
            @PathVariable String card,
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        show(card, id, forms.begin(request, Typed.nothing()), model, response);
        return "review/message";
    }

    @PostMapping("/desk/review/threads/{card}/{id}")
    String redact(
            @PathVariable String card,
            @PathVariable String id,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Typed typed = Typed.in(request);
        var body = new ReviewRequests.Reason(typed.value("reason"));
        Answer<Written> answer =
                calls.ask(
                        Service.CONTRIBUTIONS,
                        () -> contributions.redact(id, Hidden.ifMatch(typed), body));
        if (answer.isOk()) {
            flash.addFlashAttribute(Done.ATTRIBUTE, new Done("review.done.redacted", "", null));
            return "redirect:/desk/review/threads/{card}";
        }
        Form form = Form.after(typed, answer);
        show(card, id, form, model, response);
        response.setStatus(form.status());
        return "review/message";
    }

    private void show(
            String card, String id, Form form, Model model, HttpServletResponse response) {
        Answer<Optional<Message>> found =
                calls.ask(Service.CONTRIBUTIONS, () -> find(card, id));
        if (found.isRefused() && found.refusal().isNotFound()
                || found.isOk() && found.value().isEmpty()) {
            throw new NotFound();
        }
        Status.set(found, response);
        Typed typed =
                found.content()
                        .flatMap(message -> message)
                        .map(message -> Hidden.seeing(form.typed(), message.version()))
                        .orElse(form.typed());
        model.addAttribute("form", new Form(typed, form.refusal(), form.away(), form.kept()));
        model.addAttribute("found", found);
        addNames(
                card,
                found.content().flatMap(message -> message).stream().toList(),
                model);
    }

    private void addNames(String card, List<Message> messages, Model model) {
        var ids = new ArrayList<@Nullable String>();
        ids.add(card);
        messages.forEach(message -> ids.add(message.partner()));
        model.addAttribute("subject", card);
        model.addAttribute("names", naming.of(ids));
    }

    /** There is no address for one message: it is looked for in its thread. */
    private Optional<Message> find(String card, String id) {
        String cursor = null;
        for (int i = 0; i < PAGES; i++) {
            Listing<Message> page = page(card, cursor);
            Optional<Message> found =
                    page.items().stream().filter(message -> message.id().equals(id)).findFirst();
            cursor = page.nextCursor();
            if (found.isPresent() || cursor == null) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Listing<Message> page(String card, @Nullable String cursor) {
        var question = new LinkedMultiValueMap<String, String>();
        question.add("subject", card);
        question.add("limit", PAGE_SIZE);
        if (cursor != null) {
            question.add("cursor", cursor);
        }
        return contributions.messages(question);
    }
}
