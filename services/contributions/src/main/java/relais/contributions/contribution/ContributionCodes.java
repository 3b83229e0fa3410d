package relais.contributions.contribution;

import java.util.List;
import relais.events.contributions.Axis;
import relais.events.contributions.EvidenceChange;

/** The codes of the published language. */
final class ContributionCodes {

    private ContributionCodes() {}

    static relais.events.contributions.ContributionKind kind(ContributionKind kind) {
        return switch (kind) {
            case OPINION -> relais.events.contributions.ContributionKind.OPINION;
            case FRAMEWORK -> relais.events.contributions.ContributionKind.FRAMEWORK;
            case PROPOSAL -> relais.events.contributions.ContributionKind.PROPOSAL;
        };
    }

    static relais.events.contributions.PositionChoice position(PositionChoice choice) {
        return switch (choice) {
            case CONSENT -> relais.events.contributions.PositionChoice.CONSENT;
            case RESERVATION -> relais.events.contributions.PositionChoice.RESERVATION;
            case OBJECTION -> relais.events.contributions.PositionChoice.OBJECTION;
            case ABSTENTION -> relais.events.contributions.PositionChoice.ABSTENTION;
        };
    }

    static EvidenceChange change(relais.contributions.known.EvidenceChange change) {
        return switch (change) {
            case REVISED -> EvidenceChange.REVISED;
            case WITHDRAWN -> EvidenceChange.WITHDRAWN;
            case MODERATED -> EvidenceChange.MODERATED;
        };
    }

    static ContributionKind kind(relais.events.contributions.ContributionKind kind) {
        return switch (kind) {
            case OPINION -> ContributionKind.OPINION;
            case FRAMEWORK -> ContributionKind.FRAMEWORK;
            case PROPOSAL -> ContributionKind.PROPOSAL;
            case UNKNOWN -> throw later("kind");
        };
    }

    static PositionChoice position(relais.events.contributions.PositionChoice choice) {
        return switch (choice) {
            case CONSENT -> PositionChoice.CONSENT;
            case RESERVATION -> PositionChoice.RESERVATION;
            case OBJECTION -> PositionChoice.OBJECTION;
            case ABSTENTION -> PositionChoice.ABSTENTION;
            case UNKNOWN -> throw later("position");
        };
    }

    static relais.contributions.known.EvidenceChange change(EvidenceChange change) {
        return switch (change) {
            case REVISED -> relais.contributions.known.EvidenceChange.REVISED;
            case WITHDRAWN -> relais.contributions.known.EvidenceChange.WITHDRAWN;
            case MODERATED -> relais.contributions.known.EvidenceChange.MODERATED;
            case UNKNOWN -> throw later("change");
        };
    }

    /** The axes that a text named, all of which this build must know. */
    static List<relais.aggregates.Axis> known(List<Axis> axes) {
        return axes.stream().map(axis -> relais.aggregates.Axis.valueOf(axis.name())).toList();
    }

    private static IllegalArgumentException later(String what) {
        return new IllegalArgumentException("A " + what + " of a later release");
    }

    static List<Axis> axes(List<relais.aggregates.Axis> axes) {
        return axes.stream().map(ContributionCodes::axis).toList();
    }

    private static Axis axis(relais.aggregates.Axis axis) {
        return switch (axis) {
            case USES -> Axis.USES;
            case GOVERNANCE -> Axis.GOVERNANCE;
            case SUPPORT -> Axis.SUPPORT;
            case FRAMEWORKS -> Axis.FRAMEWORKS;
            case INFRASTRUCTURE -> Axis.INFRASTRUCTURE;
            case INDUSTRY -> Axis.INDUSTRY;
        };
    }
}
