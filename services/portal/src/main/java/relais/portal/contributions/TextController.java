package relais.portal.contributions;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import relais.portal.api.Contribution;
import relais.portal.api.WorkingCopy;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Changes;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.call.Written;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.naming.Axes;
import relais.portal.page.Exchange;
import relais.portal.page.Words;

/**
 * The editor of a text. Every button saves the partner's working copy first, so that moving a
 * section or a refused publication loses nothing; scripts save it while one types.
 */
@Controller
record TextController(
        WorkingCopies copies,
        ContributionPages pages,
        Changes changes,
        KeptForms forms,
        Words words) {

    private static final String ADDRESS = ContributionPages.ONE + "/text";

    @GetMapping(ADDRESS)
    String edit(Exchange exchange) {
        Pending<WorkingCopy> asked = copies.ask(exchange.variable("id"));
        Optional<Contribution> contribution = pages.show(exchange);
        Optional<WorkingCopy> copy = asked.answer().content();
        Typed beginning =
                copy.map(TextForm::of)
                        .or(() -> contribution.map(TextForm::of))
                        .orElse(Typed.nothing());
        copy.ifPresent(found -> exchange.add("savedAt", found.updatedAt()));
        return page(
                exchange,
                forms.begin(exchange.request(), beginning.with(Hidden.KEY, UUID.randomUUID())),
                contribution);
    }

    @PostMapping(ADDRESS)
    String send(Exchange exchange) {
        String button = exchange.request().getParameter("do");
        String step = button == null ? "save" : button;
        String id = exchange.variable("id");
        Typed sent = exchange.typed();
        if (step.equals("discard")) {
            return exchange.done(copies.discard(id, sent) ? "discarded" : "not-discarded", ADDRESS);
        }
        SectionFields.EditedSections changed = SectionFields.apply(step, sent);
        Typed typed = step.equals("go-on") ? goOn(id, sent) : changed.typed();
        WorkingCopies.Saved saved = copies.save(exchange.request(), id, typed);
        if (!saved.isOk()) {
            return notSaved(exchange, saved, pages.show(exchange));
        }
        if (step.equals("publish")) {
            return publish(exchange, saved.typed());
        }
        if (changed.removed() != null) {
            exchange.flash().addFlashAttribute("removed", changed.removed());
            exchange.flash().addFlashAttribute("removedAt", changed.at());
        }
        return exchange.done("saved", ADDRESS + anchor(step, changed));
    }

    /** While one types: answers with what became of it, and what the text looks like now. */
    @PostMapping(path = ADDRESS, headers = "HX-Request=true")
    String keep(Exchange exchange) {
        WorkingCopies.Saved saved =
                copies.save(exchange.request(), exchange.variable("id"), exchange.typed());
        exchange.show(Form.after(saved.typed(), saved.answer()));
        exchange.add("sections", SectionFields.read(saved.typed()))
                .add("kept", saved.isOk())
                .add("other", saved.isConflict());
        saved.answer().content().ifPresent(copy -> exchange.add("savedAt", copy.updatedAt()));
        return exchange.part("contributions/text :: kept");
    }

    private String publish(Exchange exchange, Typed typed) {
        Optional<Contribution> now = pages.show(exchange);
        if (now.isPresent() && TextMoves.isBehind(now.get(), typed)) {
            exchange.response().setStatus(ContributionPages.CONFLICT);
            return page(exchange, Form.of(typed), now);
        }
        // The text is the one that was read; what else happened to the contribution is no matter.
        String version = now.map(found -> String.valueOf(found.version())).orElse("");
        Change text = Change.put("/contributions/{id}/text", TextForm.text(typed));
        String read = ContributionPages.etag(version);
        Answer<Written> answer =
                changes.send(Service.CONTRIBUTIONS, text, exchange.variables(), read, null);
        if (answer.isOk()) {
            return exchange.done("published", ContributionPages.ONE);
        }
        if (ContributionPages.isStale(answer)) {
            exchange.add("moved", true).response().setStatus(ContributionPages.CONFLICT);
            return page(exchange, Form.of(typed), now);
        }
        return page(exchange, Form.after(typed, answer), now);
    }

    /** Without an answer it stays as it is: saving tells that the service is unreachable. */
    private Typed goOn(String id, Typed typed) {
        return pages.read(id)
                .content()
                .map(contribution -> TextMoves.goOn(contribution, typed))
                .orElse(typed);
    }

    private String notSaved(
            Exchange exchange, WorkingCopies.Saved saved, Optional<Contribution> contribution) {
        if (!saved.isConflict()) {
            return page(exchange, Form.after(saved.typed(), saved.answer()), contribution);
        }
        exchange.add("other", true).response().setStatus(ContributionPages.CONFLICT);
        saved.other()
                .ifPresent(
                        stored -> {
                            var moves = TextMoves.between(stored, saved.typed());
                            exchange.add("otherAt", stored.updatedAt()).add("otherMoves", moves);
                        });
        return page(exchange, Form.of(saved.typed()), contribution);
    }

    private String page(Exchange exchange, Form form, Optional<Contribution> contribution) {
        exchange.show(form);
        exchange.add("count", SectionFields.count(form.typed()))
                .add("sections", SectionFields.read(form.typed()))
                .add("axes", Axes.choices(words));
        contribution
                .filter(found -> TextMoves.isBehind(found, form.typed()))
                .ifPresent(found -> exchange.add("moves", TextMoves.of(found, form.typed())));
        return "contributions/text";
    }

    private static String anchor(String step, SectionFields.EditedSections changed) {
        if (step.equals("preview")) {
            return "#preview";
        }
        return changed.at() < 0 || changed.removed() != null ? "" : "#section-" + changed.at();
    }
}
