package relais.history.figure;

import org.jspecify.annotations.Nullable;

/** What an event does, as far as figures go. */
public enum EventKind {
    PARTNER_REGISTERED(Kind.PARTNER, Effect.OPENS, Status.ACTIVE),
    PARTNER_RENAMED(Kind.PARTNER, Effect.REWRITES, null),
    PARTNER_SUSPENDED(Kind.PARTNER, Effect.TURNS, Status.SUSPENDED),
    PARTNER_REINSTATED(Kind.PARTNER, Effect.TURNS, Status.ACTIVE),

    EXPERIENCE_SUBMITTED(Kind.EXPERIENCE, Effect.OPENS, Status.SUBMITTED),
    EXPERIENCE_RETURNED(Kind.EXPERIENCE, Effect.TURNS, Status.RETURNED),
    EXPERIENCE_RESUBMITTED(Kind.EXPERIENCE, Effect.REWRITES, Status.SUBMITTED),
    EXPERIENCE_TAKEN_BACK(Kind.EXPERIENCE, Effect.TURNS, Status.TAKEN_BACK),
    EXPERIENCE_PUBLISHED(Kind.EXPERIENCE, Effect.SHOWS, Status.PUBLISHED),
    EXPERIENCE_REVISED(Kind.EXPERIENCE, Effect.REWRITES, null),
    EXPERIENCE_CONFIRMED(Kind.EXPERIENCE, Effect.NONE, null),
    EXPERIENCE_WITHDRAWN(Kind.EXPERIENCE, Effect.TURNS, Status.WITHDRAWN),
    EXPERIENCE_MODERATED(Kind.EXPERIENCE, Effect.TURNS, Status.MODERATED),
    EXPERIENCE_HIGHLIGHTED(Kind.EXPERIENCE, Effect.NONE, null),
    EXPERIENCE_ENDORSED(Kind.EXPERIENCE, Effect.TIES, null),
    ENDORSEMENT_RETRACTED(Kind.EXPERIENCE, Effect.TIES, null),
    EXPERIENCE_ADOPTED(Kind.EXPERIENCE, Effect.TIES, null),
    ADOPTION_REPORTED(Kind.EXPERIENCE, Effect.NONE, null),
    ADOPTION_ENDED(Kind.EXPERIENCE, Effect.TIES, null),

    CONTRIBUTION_OPENED(Kind.CONTRIBUTION, Effect.OPENS, Status.DRAFTING),
    CONTRIBUTION_DRAFTED(Kind.CONTRIBUTION, Effect.REWRITES, null),
    AMENDMENT_ACCEPTED(Kind.CONTRIBUTION, Effect.REWRITES, null),
    CONSULTATION_OPENED(Kind.CONTRIBUTION, Effect.SHOWS, Status.CONSULTATION),
    CONSULTATION_CLOSED(Kind.CONTRIBUTION, Effect.TURNS, Status.DRAFTING),
    CONTRIBUTION_ADOPTED(Kind.CONTRIBUTION, Effect.TURNS, Status.ADOPTED),
    CONTRIBUTION_WITHDRAWN(Kind.CONTRIBUTION, Effect.TURNS, Status.WITHDRAWN),
    CONTRIBUTION_SUPERSEDED(Kind.CONTRIBUTION, Effect.TURNS, Status.SUPERSEDED),

    /** The first one sets it; any later one says what it aims at from now on. */
    OBJECTIVE_SET(Kind.OBJECTIVE, Effect.OPENS, Status.OPEN),
    OBJECTIVE_MEASURED(Kind.OBJECTIVE, Effect.NONE, null),
    OBJECTIVE_WITHDRAWN(Kind.OBJECTIVE, Effect.TURNS, Status.WITHDRAWN),

    ACTION_PLANNED(Kind.ACTION, Effect.OPENS, Status.PLANNED),
    ACTION_REVISED(Kind.ACTION, Effect.REWRITES, null),
    ACTION_PROGRESSED(Kind.ACTION, Effect.TURNS, Status.UNDER_WAY),
    ACTION_COMPLETED(Kind.ACTION, Effect.TURNS, Status.COMPLETED),
    ACTION_ABANDONED(Kind.ACTION, Effect.TURNS, Status.ABANDONED),

    WORKING_DAY_SCHEDULED(Kind.WORKING_DAY, Effect.OPENS, Status.SCHEDULED),
    WORKING_DAY_RESCHEDULED(Kind.WORKING_DAY, Effect.REWRITES, null),
    WORKING_DAY_CANCELLED(Kind.WORKING_DAY, Effect.TURNS, Status.CANCELLED),
    MINUTES_PUBLISHED(Kind.WORKING_DAY, Effect.TURNS, Status.HELD),

    /** It makes a version of what it happened to, and changes no figure. */
    OTHER(null, Effect.NONE, null),
    /** It makes a version, and nobody can tell what of: as if an operator had skipped it. */
    UNREADABLE(null, Effect.NONE, null);

    /** What becomes of the aggregate. */
    public enum Effect {
        /** It begins. */
        OPENS,
        /** It says something else now. */
        REWRITES,
        /** Readers see it from now on. */
        SHOWS,
        /** It stands elsewhere in its life. */
        TURNS,
        /** Someone else ties something to it, or unties it. */
        TIES,
        NONE
    }

    private final @Nullable Kind kind;
    private final Effect effect;
    private final @Nullable Status into;

    EventKind(@Nullable Kind kind, Effect effect, @Nullable Status into) {
        this.kind = kind;
        this.effect = effect;
        this.into = into;
    }

    /** Null if any kind may do it. */
    @Nullable Kind kind() {
        return kind;
    }

    public Effect effect() {
        return effect;
    }

    /** Where what it happens to stands then; null if where it stood. */
    @Nullable Status into() {
        return into;
    }
}
