package relais.portal.contributions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.ContributionsApi;
import relais.portal.api.WorkingCopy;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.form.OwnSaves;
import relais.portal.form.Typed;

/** What a partner is still writing, kept by the service for all of its people. */
@Component
record WorkingCopies(Remote<ContributionsApi> contributions) {

    private static final int STALE = 412;
    private static final int VERSION_REQUIRED = 428;

    /** What became of saving: fields with the version to name next, and what another saved. */
    record Saved(Answer<WorkingCopy> answer, Typed typed, Optional<WorkingCopy> other) {

        boolean isOk() {
            return answer.isOk();
        }

        /** Somebody else saved it, published it or threw it away. */
        boolean isConflict() {
            return answer.isRefused()
                    && (answer.refusal().status() == STALE
                            || answer.refusal().status() == VERSION_REQUIRED);
        }
    }

    Pending<WorkingCopy> ask(String id) {
        return contributions.start(api -> api.workingCopy(id));
    }

    /** Saves it; after a conflict, saving again with what is answered here replaces the other. */
    Saved save(HttpServletRequest request, String id, Typed typed) {
        Saved saved = save(id, typed);
        if (saved.isConflict()
                && saved.other().filter(stored -> isOwn(request, id, typed, stored)).isPresent()) {
            saved = save(id, saved.typed());
        }
        if (saved.isOk()) {
            OwnSaves.remember(request, id, typed, saved.answer().value().version());
        }
        return saved;
    }

    /** What the same form saved before, or would save now, is no change of anybody else. */
    private static boolean isOwn(
            HttpServletRequest request, String id, Typed typed, WorkingCopy stored) {
        return OwnSaves.areOf(request, id, typed, stored.version())
                || TextForm.copy(typed).equals(TextForm.copy(TextForm.of(stored)));
    }

    private Saved save(String id, Typed typed) {
        @Nullable String read = typed.value(TextForm.COPY);
        @Nullable String version = read == null ? null : ContributionPages.etag(read);
        Answer<WorkingCopy> answer =
                contributions.ask(api -> api.saveWorkingCopy(id, version, TextForm.copy(typed)));
        if (answer.isOk()) {
            return new Saved(
                    answer, typed.with(TextForm.COPY, answer.value().version()), Optional.empty());
        }
        var refused = new Saved(answer, typed, Optional.empty());
        if (!refused.isConflict()) {
            return refused;
        }
        Answer<WorkingCopy> stored = ask(id).answer();
        if (stored.isUnavailable()) {
            return new Saved(stored, typed, Optional.empty());
        }
        Optional<WorkingCopy> other = stored.content();
        Object next = other.<Object>map(WorkingCopy::version).orElse("");
        return new Saved(answer, typed.with(TextForm.COPY, next), other);
    }

    /** Throws it away, and tells whether it is gone: not if somebody saved it since. */
    boolean discard(String id, Typed typed) {
        String version = typed.value(TextForm.COPY);
        if (version == null) {
            return true;
        }
        Answer<Boolean> answer =
                contributions.ask(
                        api -> {
                            api.deleteWorkingCopy(id, ContributionPages.etag(version));
                            return true;
                        });
        return answer.isOk() || (answer.isRefused() && answer.refusal().isNotFound());
    }
}
