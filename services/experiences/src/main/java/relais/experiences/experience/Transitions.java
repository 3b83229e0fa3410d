package relais.experiences.experience;

import java.util.EnumSet;
import java.util.Set;

/**
 * The statuses in which each command is possible.
 *
 * <pre>
 * (draft) -> SUBMITTED ----> PUBLISHED -> WITHDRAWN
 *              |  ^  |  ^          `-----> MODERATED
 *              v  |  v  |
 *         RETURNED  TAKEN_BACK (also from RETURNED)
 * </pre>
 */
final class Transitions {

    private Transitions() {}

    /** Empty for the submission, which comes before any status. */
    static Set<Status> from(ExperienceCommand command) {
        return switch (command) {
            case ExperienceCommand.Submit _ -> Set.of();
            case ExperienceCommand.Return _, ExperienceCommand.Publish _ ->
                    Set.of(Status.SUBMITTED);
            case ExperienceCommand.Resubmit _ -> EnumSet.of(Status.RETURNED, Status.TAKEN_BACK);
            case ExperienceCommand.TakeBack _ -> EnumSet.of(Status.SUBMITTED, Status.RETURNED);
            case ExperienceCommand.Revise _,
                    ExperienceCommand.Confirm _,
                    ExperienceCommand.Withdraw _,
                    ExperienceCommand.Moderate _,
                    ExperienceCommand.Endorse _,
                    ExperienceCommand.RetractEndorsement _,
                    ExperienceCommand.Highlight _,
                    ExperienceCommand.RetractHighlight _,
                    ExperienceCommand.Adopt _,
                    ExperienceCommand.ReportAdoption _,
                    ExperienceCommand.EndAdoption _ ->
                    Set.of(Status.PUBLISHED);
        };
    }
}
