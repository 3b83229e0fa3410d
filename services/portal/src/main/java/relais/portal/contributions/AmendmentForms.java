package relais.portal.contributions;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.AmendmentTexts;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionsApi;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.call.Written;
import relais.portal.form.Form;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;
import relais.portal.page.FormAction;
import relais.portal.page.FormActions;
import relais.portal.page.NotFound;
import relais.portal.page.WordDiff;

/**
 * A signatory proposes another wording of one section; its drafters answer, with the amendment
 * beside the text that it is to change.
 */
@Component
record AmendmentForms(Remote<ContributionsApi> contributions, ContributionPages pages)
        implements FormActions {

    private static final String AMENDMENTS = ContributionPages.ONE + "/amendments";
    private static final String SENT = "/contributions/{id}/amendments";
    private static final String AGAINST = "against";
    private static final String NUMBER = "[0-9]{1,9}";

    @Override
    public List<FormAction<?>> actions() {
        return List.of(
                new FormAction<>(
                                AMENDMENTS + "/new",
                                "contributions/amending",
                                new ContributionPages.Subject<>(
                                        pages, this::amended, AmendmentForms::notAmended))
                        .sends(AmendmentForms::proposal)
                        .keyed()
                        .begins((_, amended) -> wording(amended))
                        .then(
                                (exchange, _, _) ->
                                        exchange.done(
                                                "amended", ContributionPages.ONE + "#amendments")),
                new FormAction<>(
                                AMENDMENTS + "/{amendment}",
                                "contributions/amendment",
                                new ContributionPages.Subject<>(
                                        pages, this::shown, AmendmentForms::notAnswered))
                        .sends((_, typed) -> answer(typed))
                        .begins(
                                (_, shown) ->
                                        resolving(shown.texts(), seen(Typed.nothing(), shown)))
                        .then(
                                (exchange, typed, _) ->
                                        exchange.done(
                                                typed.text("do"),
                                                ContributionPages.ONE + "#amendments")));
    }

    /** A section that somebody amends; absent if it is gone. */
    private record Amended(Contribution contribution, Optional<Contribution.Section> section) {}

    private Optional<Amended> amended(Exchange exchange) {
        String id = exchange.request().getParameter("section");
        Optional<Amended> amended =
                pages.show(exchange).map(found -> new Amended(found, found.section(id)));
        exchange.add("sectionId", id)
                .add("section", amended.flatMap(Amended::section).orElse(null));
        return amended;
    }

    /**
     * Somebody who amends has read what they amend: both wordings are shown, and the form goes on.
     */
    private static Form notAmended(
            Exchange exchange, Typed typed, Answer<Written> answer, Optional<Amended> now) {
        Long basedOn = number(typed, ContributionPages.TEXT_VERSION);
        Optional<Contribution> contribution = now.map(Amended::contribution);
        Contribution.Section current = now.flatMap(Amended::section).orElse(null);
        if (current == null || basedOn == null || current.changedIn() <= basedOn) {
            return ContributionPages.refused(exchange, typed, answer, contribution);
        }
        exchange.add("runs", WordDiff.between(current.body(), unix(typed.text("body"))));
        return ContributionPages.moved(
                exchange,
                ContributionPages.seen(typed, contribution),
                answer,
                ContributionPages.CONFLICT,
                "sectionMoved");
    }

    private static Typed wording(Amended amended) {
        Contribution.Section now = amended.section().orElseThrow(NotFound::new);
        return ContributionPages.seen(Typed.nothing(), Optional.of(amended.contribution()))
                .with(now, "heading", "body");
    }

    private static Change proposal(Exchange exchange, Typed typed) {
        var amendment = typed.body("section", "heading", "reason");
        amendment.put("section", exchange.request().getParameter("section"));
        amendment.put("basedOn", number(typed, ContributionPages.TEXT_VERSION));
        amendment.put("body", unix(typed.text("body")));
        return Change.post(SENT, amendment);
    }

    /** A contribution and one of its amendments; either may be away. */
    private record AmendmentPage(
            Optional<Contribution> contribution, Optional<AmendmentTexts> texts) {}

    private Optional<AmendmentPage> shown(Exchange exchange) {
        String id = exchange.variable("id");
        String amendment = exchange.variable("amendment");
        Pending<AmendmentTexts> asked = contributions.start(api -> api.amendment(id, amendment));
        Optional<Contribution> contribution = pages.show(exchange);
        Answer<AmendmentTexts> texts = asked.answer();
        if (texts.isRefused() && texts.refusal().isNotFound()) {
            throw new NotFound();
        }
        exchange.add("a", texts.content().orElse(null)).add("amendmentId", amendment);
        texts.content().ifPresent(found -> exchange.add("columns", Columns.of(found)));
        return Optional.of(new AmendmentPage(contribution, texts.content()));
    }

    /** What was resolved stays; the present texts are shown beside it, to be looked at. */
    private static Form notAnswered(
            Exchange exchange, Typed typed, Answer<Written> answer, Optional<AmendmentPage> now) {
        AmendmentPage shown = now.orElseThrow();
        AmendmentTexts texts = shown.texts().orElse(null);
        if (shown.contribution().isEmpty() || texts == null || !hasMoved(texts, typed)) {
            return ContributionPages.refused(exchange, typed, answer, shown.contribution());
        }
        Typed fresh = seen(typed, shown).with(AGAINST, texts.textVersion());
        return ContributionPages.moved(
                exchange,
                typed.value("body") == null ? resolving(shown.texts(), fresh) : fresh,
                answer,
                ContributionPages.CONFLICT,
                "moved");
    }

    private static Typed seen(Typed typed, AmendmentPage shown) {
        return ContributionPages.seen(typed, shown.contribution());
    }

    private static boolean hasMoved(AmendmentTexts texts, Typed typed) {
        return texts.isOpen()
                && texts.moved()
                && !typed.text(AGAINST).equals(String.valueOf(texts.textVersion()));
    }

    /** Where the section has moved, the drafters begin with both changes in one text. */
    private static Typed resolving(Optional<AmendmentTexts> shown, Typed typed) {
        AmendmentTexts texts = shown.orElse(null);
        if (texts == null || !texts.moved() || texts.texts().merged() == null) {
            return typed;
        }
        AmendmentTexts.Wording current = texts.texts().current();
        String base = texts.texts().base().heading();
        String proposed = texts.texts().proposed().heading();
        return typed.with(AGAINST, texts.textVersion())
                .with(
                        "heading",
                        proposed.equals(base) && current != null ? current.heading() : proposed)
                .with("body", texts.texts().merged().text());
    }

    private static Change answer(Typed typed) {
        return switch (typed.text("do")) {
            case "accepted" -> acceptance(typed);
            case "rejected" -> Change.post(SENT + "/{amendment}/rejection", typed.body("reason"));
            case "taken-back" ->
                    Change.post(SENT + "/{amendment}/withdrawal", typed.body("reason"));
            default -> throw new NotFound();
        };
    }

    /** A text goes with it where the section has moved, so that it was read to write that. */
    private static Change acceptance(Typed typed) {
        Long against = number(typed, AGAINST);
        var acceptance = typed.body("comment");
        acceptance.put("heading", against == null ? null : typed.value("heading"));
        acceptance.put("body", against == null ? null : unix(typed.text("body")));
        acceptance.put("against", against);
        return Change.post(SENT + "/{amendment}/acceptance", acceptance);
    }

    private static @Nullable Long number(Typed typed, String field) {
        String raw = typed.text(field);
        return raw.matches(NUMBER) ? Long.valueOf(raw) : null;
    }

    /** Browsers send line ends of their own. */
    private static String unix(String typed) {
        return typed.replace("\r\n", "\n");
    }
}
