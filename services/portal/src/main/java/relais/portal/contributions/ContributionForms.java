package relais.portal.contributions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.Board;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionsApi;
import relais.portal.call.Change;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.call.Service;
import relais.portal.form.Form;
import relais.portal.form.Typed;
import relais.portal.naming.Axes;
import relais.portal.page.Exchange;
import relais.portal.page.FormAction;
import relais.portal.page.FormActions;
import relais.portal.page.Words;

/** What is done to a contribution as a whole: each with a form. */
@Component
record ContributionForms(
        Remote<ContributionsApi> contributions,
        ContributionPages pages,
        Names names,
        Words words,
        Clock clock)
        implements FormActions {

    private static final List<String> KINDS = List.of("OPINION", "FRAMEWORK", "PROPOSAL");
    private static final List<String> POSITIONS =
            List.of("CONSENT", "RESERVATION", "OBJECTION", "ABSTENTION");
    private static final int USUAL_DAYS = 21;
    private static final LocalTime USUAL_HOUR = LocalTime.of(18, 0);

    @Override
    public List<FormAction<?>> actions() {
        var contribution =
                new ContributionPages.Subject<>(pages, pages::show, ContributionPages::refused);
        var consulted =
                new ContributionPages.Subject<>(pages, this::board, ContributionPages::refused);
        return List.of(
                new FormAction<>(
                                ContributionPages.PATH + "/new",
                                "contributions/new",
                                new FormAction.New(Service.CONTRIBUTIONS))
                        .posts("/contributions", typed -> opening(typed))
                        .keyed()
                        .begins((exchange, _) -> opening(exchange.parameter("supersedes")))
                        .shows((exchange, _, form) -> addChoices(exchange, form))
                        .then(
                                (exchange, _, written) ->
                                        exchange.done(
                                                "opened",
                                                ContributionPages.PATH
                                                        + "/"
                                                        + written.id()
                                                        + "/text")),
                form("submission", contribution)
                        .posts("/contributions/{id}/submission", "note")
                        .begins((_, found) -> seen(found))
                        .then(done("submitted")),
                form("withdrawal", contribution)
                        .posts("/contributions/{id}/withdrawal", "reason")
                        .begins((_, found) -> seen(found))
                        .then(done("withdrawn")),
                form("position", contribution)
                        .puts(
                                "/contributions/{id}/positions",
                                typed -> typed.body("position", "reason"))
                        .begins((exchange, found) -> position(exchange, found))
                        .shows(
                                (exchange, _, _) ->
                                        exchange.add(
                                                "positions", words.choices("position", POSITIONS)))
                        .then(done("position")),
                form("consultation", consulted)
                        .sends((_, typed) -> consultation(typed))
                        .beginsAnyway(
                                (_, found) ->
                                        ContributionPages.seen(
                                                Typed.nothing().with("deadline", usualDeadline()),
                                                found))
                        .then((exchange, typed, _) -> done(exchange, typed.text("do"))));
    }

    private static FormAction<Contribution> form(
            String name, FormAction.Subject<Contribution> subject) {
        return new FormAction<>(
                ContributionPages.ONE + "/" + name, "contributions/" + name, subject);
    }

    private static FormAction.After done(String what) {
        return (exchange, _, _) -> done(exchange, what);
    }

    private static String done(Exchange exchange, String what) {
        return exchange.done(what, ContributionPages.ONE);
    }

    private static Typed seen(Contribution contribution) {
        return ContributionPages.seen(Typed.nothing(), Optional.of(contribution));
    }

    private static Typed position(Exchange exchange, Contribution contribution) {
        return contribution
                .position(exchange.partner())
                .map(taken -> seen(contribution).with(taken, "position", "reason"))
                .orElseGet(() -> seen(contribution));
    }

    private static Map<String, @Nullable Object> opening(Typed typed) {
        var opening = typed.body("kind", "title", "summary", "supersedes");
        opening.put("axes", typed.texts("axes"));
        opening.put("drafters", typed.texts("drafters"));
        return opening;
    }

    /** A text that replaces another begins with what the other is called. */
    private Typed opening(@Nullable String supersedes) {
        if (supersedes == null) {
            return Typed.nothing();
        }
        Typed replacing = Typed.nothing().with("supersedes", supersedes);
        return pages.read(supersedes)
                .content()
                .map(replaced -> replacing.with(replaced, "kind", "title", "summary", "axes"))
                .orElse(replacing);
    }

    private void addChoices(Exchange exchange, Form form) {
        Names.PartnerNames known = names.signatories();
        String own = exchange.partner();
        var others = known.signatories().stream().filter(one -> !one.value().equals(own));
        exchange.add("reader", pages.reader(exchange.person(), known))
                .add("kinds", words.choices("contribution-kind", KINDS))
                .add("axes", Axes.choices(words))
                .add("others", others.toList());
        String supersedes = form.text("supersedes");
        if (!supersedes.isEmpty()) {
            exchange.add("replaced", pages.read(supersedes).content().orElse(null));
        }
    }

    /** The secretariat asks the signatories, and concludes: adoption, or back to the text. */
    private static Change consultation(Typed typed) {
        return switch (typed.text("do")) {
            case "adopt" -> Change.post("/contributions/{id}/adoption", typed.body("note"));
            case "close" ->
                    Change.post("/contributions/{id}/consultation/closure", typed.body("reason"));
            default -> {
                var question = typed.body("note");
                question.put("deadline", instant(typed.value("deadline")));
                yield Change.post("/contributions/{id}/consultation", question);
            }
        };
    }

    /** A contribution with what its adoption waits for. */
    private Optional<Contribution> board(Exchange exchange) {
        String id = exchange.variable("id");
        Pending<Board> board = contributions.start(api -> api.board(id));
        Optional<Contribution> found = pages.show(exchange);
        exchange.add("board", board.answer());
        return found;
    }

    private String usualDeadline() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        return today.plusDays(USUAL_DAYS).atTime(USUAL_HOUR).toString();
    }

    /**
     * What a browser calls a local time is that of Paris; anything else is for the service to
     * judge.
     */
    private static @Nullable String instant(@Nullable String local) {
        try {
            return local == null
                    ? null
                    : LocalDateTime.parse(local).atZone(Words.PARIS).toInstant().toString();
        } catch (DateTimeParseException notALocalTime) {
            return local;
        }
    }
}
