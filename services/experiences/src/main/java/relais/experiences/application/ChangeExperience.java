package relais.experiences.application;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Actor;
import relais.experiences.domain.AdoptionId;
import relais.experiences.domain.Circumstances;
import relais.experiences.domain.Decision;
import relais.experiences.domain.Experience;
import relais.experiences.domain.ExperienceCommand;
import relais.experiences.domain.ExperienceId;
import relais.experiences.domain.Visibility;

/** Does to an experience whatever comes after its submission. */
public final class ChangeExperience {

    /** An archive does not say what version it read, so it tries again when someone was faster. */
    private static final int ATTEMPTS_WITHOUT_VERSION = 5;

    private final Experiences experiences;
    private final GatherCircumstances gather;

    public ChangeExperience(Experiences experiences, GatherCircumstances gather) {
        this.experiences = experiences;
        this.gather = gather;
    }

    /**
     * @param expectedVersion what the caller read; null for any
     */
    public Result change(
            ExperienceId id,
            @Nullable Long expectedVersion,
            ExperienceCommand command,
            Request request) {
        return expectedVersion == null
                ? changeLatest(id, command, request)
                : attempt(id, expectedVersion, command, request);
    }

    /**
     * What came of a request to adopt that is sent once more; empty if the first one did not get
     * there.
     */
    public Optional<Result> adoptedBefore(ExperienceId id, AdoptionId adoption, Actor actor) {
        return experiences
                .find(id)
                .filter(
                        stored ->
                                stored.experience()
                                        .adoption(adoption)
                                        .filter(known -> actor.actsFor(known.partner()))
                                        .isPresent())
                .map(stored -> new Result.Done(stored, true));
    }

    Result changeLatest(ExperienceId id, ExperienceCommand command, Request request) {
        Result result = attempt(id, null, command, request);
        for (int i = 1; i < ATTEMPTS_WITHOUT_VERSION && result instanceof Result.Stale; i++) {
            result = attempt(id, null, command, request);
        }
        return result;
    }

    private Result attempt(
            ExperienceId id,
            @Nullable Long expectedVersion,
            ExperienceCommand command,
            Request request) {
        Optional<Stored> found = experiences.find(id);
        if (found.isEmpty()) {
            return new Result.Missing(id.value());
        }
        Stored before = found.get();
        Circumstances circumstances = gather.of(request, command, before.experience());
        String row = request.importRow();
        if (row != null && before.importedRows().contains(row)) {
            return new Result.Done(before, true);
        }
        // Who imports an archive knows what is in it: hiding it would only hide the true refusal.
        if (row == null && !Visibility.isVisible(before.experience(), circumstances)) {
            return new Result.Missing(id.value());
        }
        if (expectedVersion != null && expectedVersion != before.version()) {
            return new Result.Stale(expectedVersion, before.version());
        }
        return switch (Experience.decide(before.experience(), command, circumstances)) {
            case Decision.Refused refused -> new Result.Refused(refused.refusals());
            case Decision.Accepted accepted -> {
                Change change = Change.of(before, accepted.events(), request, circumstances.at());
                if (row == null && change.after().isUnchanged(before.experience(), command)) {
                    yield new Result.Done(before, true);
                }
                yield experiences.save(change)
                        ? new Result.Done(change.stored(), false)
                        : new Result.Stale(before.version(), latestVersion(id, before));
            }
        };
    }

    private long latestVersion(ExperienceId id, Stored before) {
        return experiences.find(id).map(Stored::version).orElse(before.version() + 1);
    }
}
