package relais.experiences.experience;

import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Actor;

/**
 * What a {@link Policy} judges.
 *
 * @param experience absent before the submission
 */
record Case(
        @Nullable Experience experience, ExperienceCommand command, Circumstances circumstances) {

    Actor actor() {
        return circumstances.actor();
    }

    @Nullable ProposedContent content() {
        return command instanceof ExperienceCommand.WithContent with ? with.content() : null;
    }

    /** The partner that the command, or else the experience, names as competent. */
    @Nullable String namedCompetent() {
        return switch (command) {
            case ExperienceCommand.Submit submit -> submit.card().competentPartner();
            case ExperienceCommand.Resubmit resubmit -> resubmit.competentPartner();
            default ->
                    experience == null || experience.competentPartner() == null
                            ? null
                            : experience.competentPartner().value();
        };
    }
}
