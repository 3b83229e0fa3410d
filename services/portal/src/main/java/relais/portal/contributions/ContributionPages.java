package relais.portal.contributions;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import relais.portal.account.Person;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionChange;
import relais.portal.api.ContributionsApi;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Service;
import relais.portal.form.Form;
import relais.portal.form.Typed;
import relais.portal.page.NotFound;

/** What the pages about one contribution have in common: showing it, and changing it. */
@Component("contributionDesk")
record ContributionPages(ContributionsApi contributions, Names names, Calls calls, Clock clock) {

    static final String PATH = "/desk/contributions";

    /** Hidden fields that say which state of the contribution somebody looked at. */
    static final String VERSION = "seen.version";

    static final String TEXT_VERSION = "seen.textVersion";
    static final String STATUS = "seen.status";

    private static final int STALE = 412;
    private static final int UNAVAILABLE = 503;

    Reader reader(@Nullable Person person, Names.Known known) {
        return Reader.of(person, known, clock.instant());
    }

    static String page(String id) {
        return PATH + "/" + id;
    }

    Answer<Contribution> read(String id) {
        return calls.ask(Service.CONTRIBUTIONS, () -> contributions.contribution(id));
    }

    /**
     * Hands a page the contribution, the names in it and its reader. One that is away leaves the
     * page with what somebody typed.
     *
     * @return null if the service is away
     * @throws NotFound if there is none for this reader
     */
    @Nullable Contribution show(
            String id, @Nullable Person person, Model model, HttpServletResponse response) {
        Answer<Contribution> answer = read(id);
        if (answer.isRefused() && answer.refusal().isNotFound()) {
            throw new NotFound();
        }
        model.addAttribute("id", id);
        model.addAttribute("answer", answer);
        Contribution contribution = answer.content().orElse(null);
        model.addAttribute("c", contribution);
        if (contribution == null) {
            response.setStatus(answer.isRefused() ? answer.refusal().status() : UNAVAILABLE);
            return null;
        }
        Names.Known known = names.in(contribution);
        model.addAttribute("names", known);
        model.addAttribute("reader", reader(person, known));
        return contribution;
    }

    /** The same fields, with what of the contribution is looked at now. */
    static Typed seen(Typed typed, @Nullable Contribution contribution) {
        return contribution == null
                ? typed
                : typed.with(VERSION, contribution.version())
                        .with(TEXT_VERSION, contribution.textVersion())
                        .with(STATUS, contribution.status());
    }

    /**
     * Changes the version that was looked at. Where others only cited, amended or took position
     * since, text and status are still those that were looked at, and the change is made to the
     * version that came of it, once: ten signatories may answer within one minute.
     *
     * @param change takes the ETag
     */
    Answer<ContributionChange> change(
            String id, Typed typed, Function<String, ContributionChange> change) {
        Answer<ContributionChange> first = attempt(typed.text(VERSION), change);
        if (!isStale(first)) {
            return first;
        }
        return read(id).content()
                .filter(now -> isUnchanged(typed, now))
                .map(now -> attempt(String.valueOf(now.version()), change))
                .orElse(first);
    }

    private Answer<ContributionChange> attempt(
            String version, Function<String, ContributionChange> change) {
        return calls.ask(Service.CONTRIBUTIONS, () -> change.apply(etag(version)));
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

    /**
     * Shows a form that was not accepted. If the contribution is another by now, the page says so,
     * shows it as it is, and the form goes on from there.
     */
    static void refuse(
            Answer<?> answer,
            Typed typed,
            @Nullable Contribution now,
            Model model,
            HttpServletResponse response) {
        Typed fresh = isStale(answer) ? seen(typed, now) : typed;
        Form form = isStale(answer) ? Form.of(fresh) : Form.after(fresh, answer);
        model.addAttribute("form", form);
        model.addAttribute("moved", isStale(answer));
        response.setStatus(isStale(answer) ? STALE : form.status());
    }
}
