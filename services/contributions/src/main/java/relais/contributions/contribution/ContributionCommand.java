package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience.Change;

/**
 * What someone asks of a contribution, as typed: anything may be absent or wrong, so that one
 * answer names every field to correct. Each is the body of its call, or holds it.
 */
public sealed interface ContributionCommand {

    /** A command about a contribution that was opened before. */
    sealed interface OnOpened extends ContributionCommand {}

    /** A command about one amendment that exists. */
    sealed interface OnAmendment extends OnOpened {
        AmendmentId amendment();
    }

    record Open(ContributionId id, Opening opening) implements ContributionCommand {}

    /**
     * A contribution to open.
     *
     * @param drafters the partners that write it besides the opener's own
     * @param supersedes an adopted contribution whose place this one is to take
     */
    @Schema(
            name = "OpeningRequest",
            example =
                    """
                    {"kind": "FRAMEWORK", "title": "Socle numérique de base",
                     "summary": "Ce qu’une école devrait avoir", "axes": ["INFRASTRUCTURE"],
                     "drafters": ["p-departement-45"]}\
                    """)
    record Opening(
            @Schema(allowableValues = {"OPINION", "FRAMEWORK", "PROPOSAL"}) @Nullable String kind,
            @Nullable String title,
            @Nullable String summary,
            @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> axes,
            @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> drafters,
            @Nullable String supersedes) {
        public Opening {
            kind = Typed.text(kind);
            title = Typed.text(title);
            summary = Typed.text(summary);
            axes = Typed.texts(axes);
            drafters = Typed.texts(drafters);
            supersedes = Typed.text(supersedes);
        }
    }

    /**
     * The whole text as it is from now on: what the body leaves out is no longer there.
     *
     * @param note what changed, for those who read the history
     */
    @Schema(
            name = "TextRequest",
            example =
                    """
                    {"title": "Socle numérique de base", "axes": ["INFRASTRUCTURE"],
                     "sections": [{"id": "s-1", "heading": "Usages", "body": "Un poste par élève."},
                                  {"heading": "Réseau", "body": "Le Wi-Fi dans chaque classe."}],
                     "note": "Ajout du réseau"}\
                    """)
    record Draft(
            @Nullable String title,
            @Nullable String summary,
            @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> axes,
            @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<DraftedSection> sections,
            @Nullable String note)
            implements OnOpened {
        public Draft {
            title = Typed.text(title);
            summary = Typed.text(summary);
            axes = Typed.texts(axes);
            sections = Typed.entries(sections, DraftedSection.EMPTY);
            note = Typed.text(note);
        }
    }

    /**
     * One section of a text.
     *
     * @param id of a section that is there; absent for a new one
     * @param body Markdown; absent where there is a heading alone
     */
    @Schema(name = "SectionRequest")
    record DraftedSection(@Nullable String id, @Nullable String heading, @Nullable String body) {

        static final DraftedSection EMPTY = new DraftedSection(null, null, null);

        public DraftedSection {
            id = Typed.text(id);
            heading = Typed.text(heading);
            body = Markdown.typed(body);
        }
    }

    /**
     * @param version of the experience: what is cited stays what it was
     * @param section that it supports; absent for the whole text
     */
    @Schema(
            name = "CitationRequest",
            example =
                    """
                    {"experience": "x-3f9c2a", "version": 4, "section": "s-1",
                     "note": "Mesuré sur deux ans"}\
                    """)
    record Cite(
            @Nullable String experience,
            @Nullable Long version,
            @Nullable String section,
            @Nullable String note)
            implements OnOpened {
        public Cite {
            experience = Typed.text(experience);
            section = Typed.text(section);
            note = Typed.text(note);
        }
    }

    record RemoveEvidence(@Nullable String experience, @Nullable String reason)
            implements OnOpened {
        public RemoveEvidence {
            experience = Typed.text(experience);
            reason = Typed.text(reason);
        }
    }

    /** The service saw that something happened to an experience. */
    record OutdateEvidence(ExperienceId experience, Change change) implements OnOpened {}

    /**
     * @param amendment a new id
     */
    record ProposeAmendment(AmendmentId amendment, Proposal proposal) implements OnOpened {}

    /**
     * @param basedOn the text version that the proposer read
     * @param heading absent to leave it as it is
     * @param body empty to leave nothing under the heading
     */
    @Schema(
            name = "AmendmentRequest",
            example =
                    """
                    {"section": "s-1", "basedOn": 4, "body": "Un poste par élève.",
                     "reason": "L’usage individuel est devenu la règle"}\
                    """)
    record Proposal(
            @Nullable String section,
            @Nullable Long basedOn,
            @Nullable String heading,
            @Nullable String body,
            @Nullable String reason) {
        public Proposal {
            section = Typed.text(section);
            heading = Typed.text(heading);
            body = Markdown.typed(body);
            reason = Typed.text(reason);
        }

        Proposal basedOn(long textVersion) {
            return new Proposal(section, textVersion, heading, body, reason);
        }
    }

    record AcceptAmendment(AmendmentId amendment, Acceptance acceptance) implements OnAmendment {}

    /**
     * @param heading with a body: the heading to have; absent to merge it
     * @param body the text to have when the section moved since the amendment was written; absent
     *     to accept it as proposed
     * @param against with a body: the text version that was read to write it
     */
    @Schema(
            name = "AcceptanceRequest",
            example =
                    """
                    {"comment": "Repris", "body": "Deux postes, puis un par élève.", "against": 9}\
                    """)
    record Acceptance(
            @Nullable String comment,
            @Nullable String heading,
            @Nullable String body,
            @Nullable Long against) {

        static final Acceptance AS_PROPOSED = new Acceptance(null, null, null, null);

        public Acceptance {
            comment = Typed.text(comment);
            heading = Typed.text(heading);
            body = Markdown.typed(body);
        }
    }

    record RejectAmendment(AmendmentId amendment, Reason reason) implements OnAmendment {}

    record WithdrawAmendment(AmendmentId amendment, Reason reason) implements OnAmendment {}

    @Schema(
            name = "ReasonRequest",
            example = "{\"reason\": \"Les crédits de cette mesure ne sont plus ouverts\"}")
    record Reason(@Nullable String reason) {

        static final Reason NONE = new Reason(null);

        public Reason {
            reason = Typed.text(reason);
        }
    }

    /**
     * @param deadline positions count if taken before it
     */
    @Schema(
            name = "ConsultationRequest",
            example =
                    """
                    {"deadline": "2026-05-01T16:00:00Z", "note": "Avant la journée de travail"}\
                    """)
    record OpenConsultation(
            @Schema(format = "date-time") @Nullable String deadline, @Nullable String note)
            implements OnOpened {
        public OpenConsultation {
            deadline = Typed.text(deadline);
            note = Typed.text(note);
        }
    }

    @Schema(
            name = "PositionRequest",
            example = "{\"position\": \"RESERVATION\", \"reason\": \"Sans les écoles isolées\"}")
    record TakePosition(
            @Schema(allowableValues = {"CONSENT", "RESERVATION", "OBJECTION", "ABSTENTION"})
                    @Nullable String position,
            @Nullable String reason)
            implements OnOpened {
        public TakePosition {
            position = Typed.text(position);
            reason = Typed.text(reason);
        }
    }

    @Schema(
            name = "ClosureRequest",
            example = "{\"reason\": \"Les crédits de cette mesure ne sont plus ouverts\"}")
    record CloseConsultation(@Nullable String reason) implements OnOpened {
        public CloseConsultation {
            reason = Typed.text(reason);
        }
    }

    /** Tells the secretariat that the text is ready for a consultation. */
    @Schema(name = "SubmissionRequest", example = "{\"note\": \"Relu par les départements\"}")
    record Submit(@Nullable String note) implements OnOpened {
        public Submit {
            note = Typed.text(note);
        }
    }

    @Schema(name = "AdoptionRequest", example = "{\"note\": \"Adopté à l’unanimité\"}")
    record Adopt(@Nullable String note) implements OnOpened {
        public Adopt {
            note = Typed.text(note);
        }
    }

    @Schema(
            name = "ContributionWithdrawalRequest",
            example = "{\"reason\": \"Les crédits de cette mesure ne sont plus ouverts\"}")
    record Withdraw(@Nullable String reason) implements OnOpened {
        public Withdraw {
            reason = Typed.text(reason);
        }
    }

    /** The service saw that the contribution which takes this one's place was adopted. */
    record Supersede(ContributionId by) implements OnOpened {}
}
