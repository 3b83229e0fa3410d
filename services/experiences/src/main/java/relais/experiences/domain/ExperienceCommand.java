package relais.experiences.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.ProposedContent.ProposedResults;

/**
 * What someone asks of an experience, as typed: texts may be absent or wrong, and dates are ISO
 * texts that default to the day of the event.
 */
public sealed interface ExperienceCommand {

    /** A command that carries a whole card. */
    sealed interface WithContent extends ExperienceCommand permits Submit, Resubmit, Revise {
        ProposedContent content();
    }

    record Submit(
            ExperienceId id,
            ProposedContent content,
            @Nullable String competentPartner,
            @Nullable String externalId)
            implements WithContent {
        public Submit {
            competentPartner = ProposedContent.clean(competentPartner);
            externalId = ProposedContent.clean(externalId);
        }
    }

    record Return(@Nullable String reason, List<FieldComment> comments)
            implements ExperienceCommand {
        public Return {
            reason = ProposedContent.clean(reason);
            comments = List.copyOf(comments);
        }
    }

    record Resubmit(ProposedContent content, @Nullable String competentPartner)
            implements WithContent {
        public Resubmit {
            competentPartner = ProposedContent.clean(competentPartner);
        }
    }

    record TakeBack(@Nullable String reason) implements ExperienceCommand {
        public TakeBack {
            reason = ProposedContent.clean(reason);
        }
    }

    record Publish(@Nullable String comment) implements ExperienceCommand {
        public Publish {
            comment = ProposedContent.clean(comment);
        }
    }

    record Revise(ProposedContent content, @Nullable String summary) implements WithContent {
        public Revise {
            summary = ProposedContent.clean(summary);
        }
    }

    record Confirm(@Nullable String confirmedOn) implements ExperienceCommand {
        public Confirm {
            confirmedOn = ProposedContent.clean(confirmedOn);
        }
    }

    record Withdraw(@Nullable String reason) implements ExperienceCommand {
        public Withdraw {
            reason = ProposedContent.clean(reason);
        }
    }

    record Moderate(@Nullable String reason) implements ExperienceCommand {
        public Moderate {
            reason = ProposedContent.clean(reason);
        }
    }

    record Endorse(@Nullable String comment) implements ExperienceCommand {
        public Endorse {
            comment = ProposedContent.clean(comment);
        }
    }

    record RetractEndorsement(@Nullable String reason) implements ExperienceCommand {
        public RetractEndorsement {
            reason = ProposedContent.clean(reason);
        }
    }

    record Highlight(@Nullable String headline, @Nullable String until)
            implements ExperienceCommand {
        public Highlight {
            headline = ProposedContent.clean(headline);
            until = ProposedContent.clean(until);
        }
    }

    record RetractHighlight(@Nullable String reason) implements ExperienceCommand {
        public RetractHighlight {
            reason = ProposedContent.clean(reason);
        }
    }

    record Adopt(AdoptionId adoption, @Nullable String plan, @Nullable String adoptedOn)
            implements ExperienceCommand {
        public Adopt {
            plan = ProposedContent.clean(plan);
            adoptedOn = ProposedContent.clean(adoptedOn);
        }
    }

    record ReportAdoption(
            AdoptionId adoption,
            @Nullable ProposedResults results,
            @Nullable String note,
            @Nullable String reportedOn)
            implements ExperienceCommand {
        public ReportAdoption {
            note = ProposedContent.clean(note);
            reportedOn = ProposedContent.clean(reportedOn);
        }
    }

    record EndAdoption(AdoptionId adoption, @Nullable String reason, @Nullable String endedOn)
            implements ExperienceCommand {
        public EndAdoption {
            reason = ProposedContent.clean(reason);
            endedOn = ProposedContent.clean(endedOn);
        }
    }
}
