package relais.feed.projection;

import org.jspecify.annotations.Nullable;

/** What was said with an event: a reason, a comment, a report. Never the text of a card. */
final class Notes {

    private Notes() {}

    static @Nullable String of(FeedEvent event) {
        return switch (event) {
            case FeedEvent.Skipped e -> null;
            case FeedEvent.AuthorKeyErased e -> null;
            case FeedEvent.OfPartner e -> ofPartner(e);
            case FeedEvent.OfExperience e -> ofExperience(e);
            case ContributionEvent e -> ofContribution(e);
            case ObjectiveEvent e -> ofObjective(e);
            case ActionEvent e -> ofAction(e);
            case WorkingDayEvent e -> ofWorkingDay(e);
            case MessageEvent e -> ofMessage(e);
        };
    }

    private static @Nullable String ofPartner(FeedEvent.OfPartner event) {
        return switch (event) {
            case FeedEvent.PartnerRegistered e -> null;
            case FeedEvent.PartnerRenamed e -> e.reason();
            case FeedEvent.CharterSigned e -> null;
            case FeedEvent.CommitteeJoined e -> null;
            case FeedEvent.CommitteeLeft e -> e.reason();
            case FeedEvent.PartnerSuspended e -> e.reason();
            case FeedEvent.PartnerReinstated e -> e.reason();
            case FeedEvent.MandateGranted e -> null;
            case FeedEvent.MandateEnded e -> e.reason();
        };
    }

    private static @Nullable String ofExperience(FeedEvent.OfExperience event) {
        return switch (event) {
            case FeedEvent.ExperienceSubmitted e -> null;
            case FeedEvent.ExperienceReturned e -> e.reason();
            case FeedEvent.ExperienceResubmitted e -> null;
            case FeedEvent.ExperienceTakenBack e -> e.reason();
            case FeedEvent.ExperiencePublished e -> e.comment();
            case FeedEvent.ExperienceRevised e -> e.summary();
            case FeedEvent.ExperienceConfirmed e -> null;
            case FeedEvent.ExperienceWithdrawn e -> e.reason();
            case FeedEvent.ExperienceModerated e -> e.reason();
            case FeedEvent.ExperienceEndorsed e -> e.comment();
            case FeedEvent.EndorsementRetracted e -> e.reason();
            case FeedEvent.ExperienceHighlighted e -> e.headline();
            case FeedEvent.HighlightRetracted e -> e.reason();
            case FeedEvent.ExperienceAdopted e -> e.plan();
            case FeedEvent.AdoptionReported e -> e.results().text();
            case FeedEvent.AdoptionEnded e -> e.reason();
        };
    }

    private static @Nullable String ofContribution(ContributionEvent event) {
        return switch (event) {
            case ContributionEvent.ContributionOpened e -> null;
            case ContributionEvent.ContributionDrafted e -> e.note();
            case ContributionEvent.ContributionSubmitted e -> e.note();
            case ContributionEvent.EvidenceCited e -> e.note();
            case ContributionEvent.EvidenceRemoved e -> e.reason();
            // What a territory said of its own card stands on that card, for whom it is meant.
            case ContributionEvent.EvidenceOutdated e -> null;
            case ContributionEvent.AmendmentProposed e -> e.reason();
            case ContributionEvent.AmendmentAccepted e -> e.comment();
            case ContributionEvent.AmendmentRejected e -> e.reason();
            case ContributionEvent.AmendmentWithdrawn e -> e.reason();
            case ContributionEvent.ConsultationOpened e -> e.note();
            case ContributionEvent.PositionTaken e -> e.reason();
            case ContributionEvent.ConsultationClosed e -> e.reason();
            case ContributionEvent.ContributionAdopted e -> e.note();
            case ContributionEvent.ContributionWithdrawn e -> e.reason();
            case ContributionEvent.ContributionSuperseded e -> null;
        };
    }

    private static @Nullable String ofObjective(ObjectiveEvent event) {
        return switch (event) {
            case ObjectiveEvent.ObjectiveSet e -> e.aim().note();
            case ObjectiveEvent.ObjectiveMeasured e -> e.note();
            case ObjectiveEvent.ObjectiveWithdrawn e -> e.reason();
        };
    }

    private static @Nullable String ofAction(ActionEvent event) {
        return switch (event) {
            case ActionEvent.ActionPlanned e -> null;
            case ActionEvent.ActionRevised e -> e.reason();
            case ActionEvent.ActionProgressed e -> e.report();
            case ActionEvent.ActionCompleted e -> e.report();
            case ActionEvent.ActionAbandoned e -> e.reason();
        };
    }

    private static @Nullable String ofWorkingDay(WorkingDayEvent event) {
        return switch (event) {
            case WorkingDayEvent.WorkingDayScheduled e -> null;
            case WorkingDayEvent.WorkingDayRescheduled e -> e.reason();
            case WorkingDayEvent.WorkingDayCancelled e -> e.reason();
            case WorkingDayEvent.AgendaItemAdded e -> e.item().label();
            case WorkingDayEvent.AgendaItemRemoved e -> e.reason();
            case WorkingDayEvent.MinutesPublished e -> e.correction();
        };
    }

    private static @Nullable String ofMessage(MessageEvent event) {
        return switch (event) {
            case MessageEvent.MessagePosted e -> null;
            case MessageEvent.MessageRedacted e -> e.reason();
        };
    }
}
