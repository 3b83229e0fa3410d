package relais.experiences.experience;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;
import relais.experiences.experience.ProposedContent.ProposedResults;

/**
 * What someone asks of an experience, as typed: texts may be absent or wrong, and dates are ISO
 * texts that default to the day of the event. Those that hold nothing but what is typed are the
 * bodies of their requests.
 */
public sealed interface ExperienceCommand {

    record Submit(ExperienceId id, ProposedCard card, @Nullable String externalId)
            implements ExperienceCommand {
        public Submit {
            externalId = Typed.text(externalId);
        }
    }

    record Return(
            @Nullable String reason,
            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) List<FieldComment> comments)
            implements ExperienceCommand {
        public Return {
            reason = Typed.text(reason);
            comments = Typed.entries(comments, FieldComment.NOTHING);
        }
    }

    record Resubmit(@JsonUnwrapped ProposedContent content, @Nullable String competentPartner)
            implements ExperienceCommand {
        public Resubmit {
            competentPartner = Typed.text(competentPartner);
        }
    }

    record TakeBack(@Nullable String reason) implements ExperienceCommand {
        public TakeBack {
            reason = Typed.text(reason);
        }
    }

    record Publish(@Nullable String comment) implements ExperienceCommand {
        public Publish {
            comment = Typed.text(comment);
        }
    }

    record Revise(@JsonUnwrapped ProposedContent content, @Nullable String summary)
            implements ExperienceCommand {
        public Revise {
            summary = Typed.text(summary);
        }
    }

    record Confirm(@Schema(format = "date") @Nullable String confirmedOn)
            implements ExperienceCommand {
        public Confirm {
            confirmedOn = Typed.text(confirmedOn);
        }
    }

    record Withdraw(@Nullable String reason) implements ExperienceCommand {
        public Withdraw {
            reason = Typed.text(reason);
        }
    }

    record Moderate(@Nullable String reason) implements ExperienceCommand {
        public Moderate {
            reason = Typed.text(reason);
        }
    }

    record Endorse(@Nullable String comment) implements ExperienceCommand {
        public Endorse {
            comment = Typed.text(comment);
        }
    }

    record RetractEndorsement(@Nullable String reason) implements ExperienceCommand {
        public RetractEndorsement {
            reason = Typed.text(reason);
        }
    }

    record Highlight(@Nullable String headline, @Schema(format = "date") @Nullable String until)
            implements ExperienceCommand {
        public Highlight {
            headline = Typed.text(headline);
            until = Typed.text(until);
        }
    }

    record RetractHighlight(@Nullable String reason) implements ExperienceCommand {
        public RetractHighlight {
            reason = Typed.text(reason);
        }
    }

    record Adopt(AdoptionId adoption, AdoptionRequest request) implements ExperienceCommand {}

    record ReportAdoption(AdoptionId adoption, ReportRequest request)
            implements ExperienceCommand {}

    record EndAdoption(AdoptionId adoption, EndRequest request) implements ExperienceCommand {}

    /** What is typed for an adoption; its id is not. */
    record AdoptionRequest(
            @Nullable String plan, @Schema(format = "date") @Nullable String adoptedOn) {
        public AdoptionRequest {
            plan = Typed.text(plan);
            adoptedOn = Typed.text(adoptedOn);
        }
    }

    record ReportRequest(
            @Nullable ProposedResults results,
            @Nullable String note,
            @Schema(format = "date") @Nullable String reportedOn,
            @Schema(description = "the adopter's own published experience that came of it")
                    @Nullable String ownExperience) {
        public ReportRequest {
            note = Typed.text(note);
            reportedOn = Typed.text(reportedOn);
            ownExperience = Typed.text(ownExperience);
        }
    }

    record EndRequest(@Nullable String reason, @Schema(format = "date") @Nullable String endedOn) {
        public EndRequest {
            reason = Typed.text(reason);
            endedOn = Typed.text(endedOn);
        }
    }
}
