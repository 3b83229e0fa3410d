package relais.partners.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Request;
import relais.aggregates.partner.Actor;

/**
 * What somebody wants to happen to a partner, as typed: anything may be absent or wrong, so that
 * one answer can name every field to mend. An absent day is that on which it happens.
 */
public sealed interface PartnerCommand {

    String OCCURRED_AT = "archives, operators only: when it happened";

    /** When it happened, for an archive; absent for what happens now. */
    @Nullable Instant occurredAt();

    default Request by(Actor actor) {
        return new Request(actor, occurredAt(), null, null);
    }

    /**
     * @param id as received or made
     * @param request the same for every repetition of one request, and for no other request
     */
    record Register(String id, String request, Registration body) implements PartnerCommand {

        @Override
        public @Nullable Instant occurredAt() {
            return body.occurredAt();
        }
    }

    /** The body of {@code POST /partners}. */
    record Registration(
            @Schema(description = "p- and a slug; made if absent", example = "p-departement-45")
                    @Nullable String id,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Département du Loiret")
                    @Nullable String name,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = PartnerKind.class)
                    @Nullable String kind,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description =
                                    "home territory, scheme:code, valid on the day of registration",
                            example = "departement:45")
                    @Nullable String territory,
            @Schema(description = "nine digits", example = "224500017") @Nullable String siren,
            @Schema(description = "fourteen digits") @Nullable String siret,
            @Schema(description = "in whose name it speaks") @Nullable String represents,
            @Schema(description = "what another register calls it") @Nullable String externalId,
            @Schema(description = OCCURRED_AT) @Nullable Instant occurredAt) {}

    /** A command to a partner that exists. */
    sealed interface Change extends PartnerCommand {}

    @Schema(name = "NewName")
    record Rename(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
            @Nullable String reason,
            @Schema(description = OCCURRED_AT) @Nullable Instant occurredAt)
            implements Change {}

    @Schema(name = "Signature")
    record SignCharter(
            @Schema(description = "the day in Paris, from 2015-10-01 on; today if absent")
                    @Nullable LocalDate signedOn,
            @Schema(description = OCCURRED_AT) @Nullable Instant occurredAt)
            implements Change {}

    /** Counts it among the committee's signatories. */
    @Schema(name = "Admission")
    record AdmitToCommittee(@Schema(description = OCCURRED_AT) @Nullable Instant occurredAt)
            implements Change {}

    @Schema(name = "Departure")
    record LeaveCommittee(
            @Nullable String reason,
            @Schema(description = OCCURRED_AT) @Nullable Instant occurredAt)
            implements Change {}

    @Schema(name = "Suspension")
    record Suspend(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            description = "fit to be published")
                    @Nullable String reason,
            @Schema(description = OCCURRED_AT) @Nullable Instant occurredAt)
            implements Change {}

    @Schema(name = "Reinstatement")
    record Reinstate(
            @Nullable String reason,
            @Schema(description = OCCURRED_AT) @Nullable Instant occurredAt)
            implements Change {}

    @Schema(name = "NewMandate")
    record GrantMandate(
            @Schema(description = "m- and a slug, not made of a person's name; made if absent")
                    @Nullable String id,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = MandateRole.class)
                    @Nullable String role,
            @Schema(description = "first day, in Paris; today if absent") @Nullable LocalDate from,
            @Schema(description = "last day, in Paris; open if absent") @Nullable LocalDate until,
            @Schema(description = "never published, erasable") @Nullable Person person,
            @Schema(description = OCCURRED_AT) @Nullable Instant occurredAt)
            implements Change {

        GrantMandate withId(Supplier<String> made) {
            return Line.given(id) == null
                    ? new GrantMandate(made.get(), role, from, until, person, occurredAt)
                    : this;
        }
    }

    /**
     * @param endedOn first day without it, in Paris
     */
    record EndMandate(
            MandateId mandate,
            @Nullable LocalDate endedOn,
            @Nullable String reason,
            @Nullable Instant occurredAt)
            implements Change {}

    /** Has everybody forget who holds a mandate, now. */
    record ErasePerson(MandateId mandate) implements Change {

        @Override
        public @Nullable Instant occurredAt() {
            return null;
        }
    }
}
