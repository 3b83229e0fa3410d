package relais.feed.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Events of one contribution, objective, action, working day and message, for tests. */
public final class Committee {

    public static final String CONTRIBUTION = "c-1";
    public static final String OBJECTIVE = "o-1";
    public static final String ACTION = "ac-1";
    public static final String WORKING_DAY = "wd-1";
    public static final String MESSAGE = "msg-1";
    public static final String MINISTRY = "p-mene";
    public static final String REGION = "p-region-44";

    private Committee() {}

    public static Stamp stamp(String id, long sequence) {
        return new Stamp(
                id,
                sequence,
                Histories.START.plusSeconds(3600 * sequence),
                MINISTRY,
                "correlation-" + sequence,
                false,
                new LogPosition("relais.contributions", 5, 200 + sequence));
    }

    public static ContributionEvent.ContributionOpened opened() {
        return new ContributionEvent.ContributionOpened(
                stamp(CONTRIBUTION, 1),
                new ContributionCard.Opening(
                        MINISTRY, "FRAMEWORK", List.of(MINISTRY, REGION), "c-0"),
                "Socle numérique",
                "Ce que chaque école doit avoir",
                List.of("FRAMEWORKS"));
    }

    public static ContributionEvent.ContributionDrafted drafted(long sequence, String body) {
        return new ContributionEvent.ContributionDrafted(
                stamp(CONTRIBUTION, sequence),
                "Socle numérique",
                "Ce que chaque école doit avoir",
                List.of("FRAMEWORKS", "INFRASTRUCTURE"),
                List.of(
                        new ContributionEvent.Draft("s-1", "Équipements", body),
                        new ContributionEvent.Draft("s-2", "Réseau", "Un accès par école")),
                "Après la réunion");
    }

    public static ContributionEvent.EvidenceCited cited(long sequence, long version) {
        return new ContributionEvent.EvidenceCited(
                stamp(CONTRIBUTION, sequence), Histories.EXPERIENCE, version, "s-1", "à l’appui");
    }

    public static ContributionEvent.EvidenceOutdated outdated(long sequence) {
        return new ContributionEvent.EvidenceOutdated(
                stamp(CONTRIBUTION, sequence),
                Histories.EXPERIENCE,
                new ContributionCard.Outdated(
                        "REVISED", 3, Instant.parse("2015-10-02T08:00:00Z"), "budget revu"));
    }

    public static ContributionEvent.AmendmentProposed proposed(long sequence) {
        return new ContributionEvent.AmendmentProposed(
                stamp(CONTRIBUTION, sequence),
                "am-1",
                REGION,
                "s-1",
                2,
                "Équipements",
                "Deux visualiseurs par école",
                "Un seul ne suffit pas");
    }

    public static ContributionEvent.AmendmentAccepted accepted(long sequence) {
        return new ContributionEvent.AmendmentAccepted(
                stamp(CONTRIBUTION, sequence),
                "am-1",
                "s-1",
                "Équipements",
                "Deux visualiseurs par école",
                "D’accord");
    }

    public static ContributionEvent.ConsultationOpened consulted(long sequence) {
        return new ContributionEvent.ConsultationOpened(
                stamp(CONTRIBUTION, sequence),
                Instant.parse("2015-11-01T22:59:59Z"),
                List.of(MINISTRY, REGION, Histories.ADOPTER),
                2,
                "Répondez avant la fin du mois");
    }

    public static ContributionEvent.PositionTaken position(
            long sequence, String partner, String choice) {
        return new ContributionEvent.PositionTaken(
                stamp(CONTRIBUTION, sequence), partner, choice, "parce que");
    }

    public static ContributionEvent.ContributionAdopted adopted(long sequence) {
        return new ContributionEvent.ContributionAdopted(
                stamp(CONTRIBUTION, sequence), LocalDate.parse("2015-11-02"), "À l’unanimité");
    }

    /** Opened, drafted, amended, consulted on and adopted, with outdated evidence. */
    public static FeedEvent[] adoption() {
        return new FeedEvent[] {
            opened(),
            drafted(2, "Un visualiseur par école"),
            cited(3, 2),
            outdated(4),
            proposed(5),
            accepted(6),
            consulted(7),
            position(8, REGION, "OBJECTION"),
            position(9, MINISTRY, "CONSENT"),
            position(10, REGION, "CONSENT"),
            adopted(11)
        };
    }

    public static ObjectiveEvent.ObjectiveSet set(long sequence, String target) {
        return new ObjectiveEvent.ObjectiveSet(
                stamp(OBJECTIVE, sequence),
                new ObjectiveCard.Aim(
                        "INFRASTRUCTURE",
                        "Du très haut débit dans les écoles",
                        "Écoles raccordées",
                        "%",
                        new BigDecimal("20.0000"),
                        LocalDate.parse("2015-01-01"),
                        new BigDecimal(target),
                        LocalDate.parse("2020-12-31"),
                        REGION,
                        "D’après le plan"));
    }

    public static ObjectiveEvent.ObjectiveMeasured measured(
            long sequence, String value, String day) {
        return new ObjectiveEvent.ObjectiveMeasured(
                stamp(OBJECTIVE, sequence),
                new BigDecimal(value),
                LocalDate.parse(day),
                "enquête",
                "provisoire");
    }

    public static ActionCard.Plan plan(String title) {
        return new ActionCard.Plan(
                title,
                "Avec les départements",
                REGION,
                List.of(Histories.ADOPTER),
                "region:44",
                List.of("INFRASTRUCTURE"),
                LocalDate.parse("2016-06-30"),
                List.of(OBJECTIVE),
                CONTRIBUTION,
                List.of(Histories.EXPERIENCE));
    }

    public static ActionEvent.ActionPlanned planned() {
        return new ActionEvent.ActionPlanned(
                stamp(ACTION, 1),
                plan("Raccorder les collèges"),
                new ActionCard.Origin(WORKING_DAY, "d-1"));
    }

    public static ActionEvent.ActionProgressed progressed(long sequence, int percent) {
        return new ActionEvent.ActionProgressed(
                stamp(ACTION, sequence), percent, "Dix collèges de plus");
    }

    public static WorkingDayEvent.WorkingDayScheduled scheduled() {
        return new WorkingDayEvent.WorkingDayScheduled(
                stamp(WORKING_DAY, 1),
                new WorkingDayCard.Meeting(
                        LocalDate.parse("2015-10-15"),
                        "Lyon",
                        "commune:69123",
                        "Gouvernance partagée",
                        "Toute la journée"));
    }

    public static WorkingDayEvent.AgendaItemAdded item(long sequence) {
        return new WorkingDayEvent.AgendaItemAdded(
                stamp(WORKING_DAY, sequence),
                new WorkingDayCard.AgendaItem(
                        "ai-1", REGION, "Le socle", CONTRIBUTION, 2L, "vingt minutes"));
    }

    public static WorkingDayEvent.MinutesPublished minutes(long sequence) {
        return new WorkingDayEvent.MinutesPublished(
                stamp(WORKING_DAY, sequence),
                "Nous avons relu le **socle**.",
                List.of(MINISTRY, REGION),
                List.of(new WorkingDayCard.DecisionTaken("d-1", "Raccorder d’abord", ACTION)),
                null);
    }

    public static MessageEvent.MessagePosted posted() {
        return new MessageEvent.MessagePosted(
                stamp(MESSAGE, 1),
                new MessageCard.Posting(
                        CONTRIBUTION, REGION, "m-grand-est", "region:44", 42, "msg-0"));
    }

    public static MessageEvent.MessageRedacted redacted(long sequence) {
        return new MessageEvent.MessageRedacted(
                stamp(MESSAGE, sequence), "COMMITTEE", "hors sujet");
    }

    public static ContributionCard contribution(FeedEvent... events) {
        return (ContributionCard) Histories.after(events);
    }

    public static ObjectiveCard objective(FeedEvent... events) {
        return (ObjectiveCard) Histories.after(events);
    }

    public static ActionCard action(FeedEvent... events) {
        return (ActionCard) Histories.after(events);
    }

    public static WorkingDayCard workingDay(FeedEvent... events) {
        return (WorkingDayCard) Histories.after(events);
    }

    public static MessageCard message(FeedEvent... events) {
        return (MessageCard) Histories.after(events);
    }
}
