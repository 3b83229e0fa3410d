package relais.contributions.contribution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience.Change;

/** What someone asks of a contribution, as typed: texts may be absent or wrong. */
public sealed interface ContributionCommand {

    /** A command about one amendment that exists. */
    sealed interface OnAmendment extends ContributionCommand
            permits AcceptAmendment, RejectAmendment, WithdrawAmendment {
        AmendmentId amendment();
    }

    /**
     * @param drafters partner ids; the opener's own need not be among them
     * @param supersedes the id of the contribution whose place this one is to take
     */
    record Open(
            ContributionId id,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String summary,
            List<String> axes,
            List<String> drafters,
            @Nullable String supersedes)
            implements ContributionCommand {
        public Open {
            kind = Typed.text(kind);
            title = Typed.text(title);
            summary = Typed.text(summary);
            axes = Typed.texts(axes);
            drafters = Typed.texts(drafters);
            supersedes = Typed.text(supersedes);
        }
    }

    record Draft(ProposedText text, @Nullable String note) implements ContributionCommand {
        public Draft {
            note = Typed.text(note);
        }
    }

    /**
     * @param version of the experience
     * @param section absent for evidence of the whole text
     */
    record Cite(
            @Nullable String experience,
            @Nullable Long version,
            @Nullable String section,
            @Nullable String note)
            implements ContributionCommand {
        public Cite {
            experience = Typed.text(experience);
            section = Typed.text(section);
            note = Typed.text(note);
        }
    }

    record RemoveEvidence(@Nullable String experience, @Nullable String reason)
            implements ContributionCommand {
        public RemoveEvidence {
            experience = Typed.text(experience);
            reason = Typed.text(reason);
        }
    }

    /** The service saw that something happened to an experience. */
    record OutdateEvidence(ExperienceId experience, Change change) implements ContributionCommand {}

    /**
     * @param amendment a new id
     * @param basedOn the text version that the proposer read
     * @param heading absent to leave it as it is
     * @param body empty to leave nothing under the heading
     */
    record ProposeAmendment(
            AmendmentId amendment,
            @Nullable String section,
            @Nullable Long basedOn,
            @Nullable String heading,
            @Nullable String body,
            @Nullable String reason)
            implements ContributionCommand {
        public ProposeAmendment {
            section = Typed.text(section);
            heading = Typed.text(heading);
            body = Typed.markdown(body);
            reason = Typed.text(reason);
        }
    }

    /**
     * @param heading the resolved one, when the section moved; absent to merge it
     * @param body the resolved one, when the section moved; absent to accept as proposed
     * @param against the text version that the drafter read when resolving
     */
    record AcceptAmendment(
            AmendmentId amendment,
            @Nullable String heading,
            @Nullable String body,
            @Nullable Long against,
            @Nullable String comment)
            implements OnAmendment {
        public AcceptAmendment {
            heading = Typed.text(heading);
            body = Typed.markdown(body);
            comment = Typed.text(comment);
        }
    }

    record RejectAmendment(AmendmentId amendment, @Nullable String reason) implements OnAmendment {
        public RejectAmendment {
            reason = Typed.text(reason);
        }
    }

    record WithdrawAmendment(AmendmentId amendment, @Nullable String reason)
            implements OnAmendment {
        public WithdrawAmendment {
            reason = Typed.text(reason);
        }
    }

    /**
     * @param deadline an instant in ISO form, such as {@code 2026-05-01T16:00:00Z}
     */
    record OpenConsultation(@Nullable String deadline, @Nullable String note)
            implements ContributionCommand {
        public OpenConsultation {
            deadline = Typed.text(deadline);
            note = Typed.text(note);
        }
    }

    record TakePosition(@Nullable String position, @Nullable String reason)
            implements ContributionCommand {
        public TakePosition {
            position = Typed.text(position);
            reason = Typed.text(reason);
        }
    }

    record CloseConsultation(@Nullable String reason) implements ContributionCommand {
        public CloseConsultation {
            reason = Typed.text(reason);
        }
    }

    /** Tells the secretariat that the text is ready for a consultation. */
    record Submit(@Nullable String note) implements ContributionCommand {
        public Submit {
            note = Typed.text(note);
        }
    }

    record Adopt(@Nullable String note) implements ContributionCommand {
        public Adopt {
            note = Typed.text(note);
        }
    }

    record Withdraw(@Nullable String reason) implements ContributionCommand {
        public Withdraw {
            reason = Typed.text(reason);
        }
    }

    /** The service saw that the contribution which takes this one's place was adopted. */
    record Supersede(ContributionId by) implements ContributionCommand {}
}
