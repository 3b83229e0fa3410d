package relais.portal.contributions;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.account.Person;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionsApi;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Changes;
import relais.portal.call.Remote;
import relais.portal.call.Service;
import relais.portal.call.Written;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;
import relais.portal.page.FormAction;

/** What the pages about one contribution have in common: showing it, and changing it. */
@Component("contributionDesk")
record ContributionPages(Remote<ContributionsApi> contributions, Names names, Clock clock) {

    static final String PATH = "/desk/contributions";
    static final String ONE = PATH + "/{id}";
    static final int CONFLICT = 409;

    /** Hidden fields that say which state of the contribution somebody looked at. */
    private static final String VERSION = "seen.version";

    static final String TEXT_VERSION = "seen.textVersion";
    private static final String STATUS = "seen.status";
    private static final int STALE = 412;

    Reader reader(@Nullable Person person, Names.PartnerNames known) {
        return Reader.of(person, known, clock.instant());
    }

    Answer<Contribution> read(String id) {
        return contributions.ask(api -> api.contribution(id));
    }

    /**
     * Hands a page the contribution, the names in it and its reader. One that is unreachable leaves
     * the page with what somebody typed.
     */
    Optional<Contribution> show(Exchange exchange) {
        String id = exchange.variable("id");
        Optional<Contribution> found = exchange.existing("answer", read(id));
        exchange.add("id", id).add("c", found.orElse(null));
        found.ifPresent(
                contribution -> {
                    Names.PartnerNames known = names.in(contribution);
                    exchange.add("names", known).add("reader", reader(exchange.person(), known));
                });
        return found;
    }

    /** The same fields, with what of the contribution is looked at now. */
    static Typed seen(Typed typed, Optional<Contribution> contribution) {
        return contribution
                .map(
                        found ->
                                typed.with(VERSION, found.version())
                                        .with(TEXT_VERSION, found.textVersion())
                                        .with(STATUS, found.status()))
                .orElse(typed);
    }

    /**
     * Changes the version that was looked at. Where others only cited, amended or took position
     * since, text and status are still those that were looked at, and the change is made to the
     * version that came of it, once: ten signatories may answer within one minute.
     */
    Answer<Written> send(
            Map<String, String> variables,
            Typed typed,
            Change change,
            Changes changes,
            @Nullable String key) {
        Function<String, Answer<Written>> sent =
                version ->
                        changes.send(Service.CONTRIBUTIONS, change, variables, etag(version), key);
        Answer<Written> first = sent.apply(typed.text(VERSION));
        if (!isStale(first)) {
            return first;
        }
        return read(variables.getOrDefault("id", ""))
                .content()
                .filter(now -> isUnchanged(typed, now))
                .map(now -> sent.apply(String.valueOf(now.version())))
                .orElse(first);
    }

    /**
     * The form of a change that was not accepted. If the contribution is another by now, the page
     * says so, shows it as it is, and the form goes on from there.
     */
    static Form refused(
            Exchange exchange, Typed typed, Answer<?> answer, Optional<Contribution> now) {
        if (!isStale(answer)) {
            exchange.add("moved", false);
            return Form.after(typed, answer);
        }
        return moved(exchange, seen(typed, now), answer, STALE, "moved");
    }

    /** The form goes on, and the page says that something else has changed meanwhile. */
    static Form moved(Exchange exchange, Typed typed, Answer<?> answer, int status, String what) {
        exchange.add(what, true).response().setStatus(status);
        boolean rekeyed = answer.isRefused() && !typed.text(Hidden.KEY).isEmpty();
        return Form.of(rekeyed ? Hidden.creating(typed) : typed);
    }

    static String etag(String version) {
        return "\"" + version + "\"";
    }

    static boolean isStale(Answer<?> answer) {
        return answer.isRefused() && answer.refusal().status() == STALE;
    }

    private static boolean isUnchanged(Typed typed, Contribution now) {
        return typed.text(TEXT_VERSION).equals(Objects.toString(now.textVersion(), ""))
                && typed.text(STATUS).equals(now.status());
    }

    interface Refused<S> {
        Form form(Exchange exchange, Typed typed, Answer<Written> answer, Optional<S> now);
    }

    /** Pages about a contribution, and what else of it they read and show. */
    record Subject<S>(
            ContributionPages pages, Function<Exchange, Optional<S>> read, Refused<S> refusal)
            implements FormAction.Subject<S> {

        @Override
        public Service service() {
            return Service.CONTRIBUTIONS;
        }

        @Override
        public Optional<S> show(Exchange exchange) {
            return read.apply(exchange);
        }

        @Override
        public Answer<Written> send(
                Exchange exchange,
                Typed typed,
                Change change,
                Changes changes,
                @Nullable String key) {
            return pages.send(exchange.variables(), typed, change, changes, key);
        }

        @Override
        public Form refused(
                Exchange exchange, Typed typed, Answer<Written> answer, Optional<S> now) {
            return refusal.form(exchange, typed, answer, now);
        }
    }
}
