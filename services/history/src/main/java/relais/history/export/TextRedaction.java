package relais.history.export;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import relais.log.Envelope;
import relais.log.LoggedEvent;

/**
 * Takes out of an event what is told to operators only: of an experience or a contribution that not
 * everyone may read, all texts, but for the reason of a withdrawal or a moderation. Who, where,
 * when, on which axes and at which level stays, so that figures can still be counted.
 */
public final class TextRedaction {

    /** They say why there is no text any more. */
    private static final Set<String> TOMBSTONES =
            Set.of("ExperienceWithdrawn", "ExperienceModerated");

    /** Names, codes and days; a field of a later release is taken for a text. */
    private static final Set<String> KEPT =
            Set.of(
                    "experienceId",
                    "partnerId",
                    "competentPartnerId",
                    "content",
                    "territory",
                    "level",
                    "axes",
                    "startedOn",
                    "endedOn",
                    "confirmedOn",
                    "until",
                    "adoptionId",
                    "adoptedOn",
                    "reportedOn",
                    "contributionId",
                    "kind",
                    "drafters",
                    "supersedes",
                    "textVersion",
                    "amendmentId",
                    "sectionId",
                    "basedOn",
                    "experienceVersion",
                    "citedVersion",
                    "change",
                    "changedInVersion",
                    "changedAt");

    private TextRedaction() {}

    /** Whether the text of this event is to be taken out. */
    public static boolean concerns(LoggedEvent event, Predicate<String> hidden) {
        return concerns(Envelope.of(event), hidden);
    }

    static boolean concerns(@Nullable Envelope envelope, Predicate<String> hidden) {
        return envelope != null
                && hidden.test(envelope.aggregateId())
                && !TOMBSTONES.contains(envelope.name());
    }

    /** Whether what a field of that name says stays; a record in it loses its own texts. */
    public static boolean keeps(String field) {
        return KEPT.contains(field);
    }
}
