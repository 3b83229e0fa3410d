package relais.feed.projection;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.AgendaItemAdded;
import relais.events.contributions.AmendmentAccepted;
import relais.events.contributions.AmendmentProposed;
import relais.events.contributions.Axis;
import relais.events.contributions.ConsultationOpened;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.ContributionDrafted;
import relais.events.contributions.ContributionKind;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.EvidenceChange;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.EvidenceOutdated;
import relais.events.contributions.MeetingDecision;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;
import relais.events.contributions.MinutesPublished;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.PositionChoice;
import relais.events.contributions.PositionTaken;
import relais.events.contributions.RedactedBy;
import relais.events.contributions.Section;
import relais.events.contributions.WorkingDayScheduled;

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

    public static CardEvent opened() {
        return Histories.event(
                stamp(CONTRIBUTION, 1),
                new ContributionOpened(
                        "",
                        MINISTRY,
                        ContributionKind.valueOf("FRAMEWORK"),
                        "Socle numérique",
                        "Ce que chaque école doit avoir",
                        List.of(Axis.FRAMEWORKS),
                        List.of(MINISTRY, REGION),
                        "c-0"));
    }

    public static CardEvent drafted(long sequence, String body) {
        return Histories.event(
                stamp(CONTRIBUTION, sequence),
                new ContributionDrafted(
                        "",
                        "Socle numérique",
                        "Ce que chaque école doit avoir",
                        List.of(Axis.FRAMEWORKS, Axis.INFRASTRUCTURE),
                        List.of(
                                new Section("s-1", "Équipements", body),
                                new Section("s-2", "Réseau", "Un accès par école")),
                        "Après la réunion"));
    }

    public static CardEvent cited(long sequence, long version) {
        return Histories.event(
                stamp(CONTRIBUTION, sequence),
                new EvidenceCited("", Histories.EXPERIENCE, version, "s-1", "à l’appui"));
    }

    public static CardEvent outdated(long sequence) {
        return Histories.event(
                stamp(CONTRIBUTION, sequence),
                new EvidenceOutdated(
                        "",
                        Histories.EXPERIENCE,
                        2L,
                        EvidenceChange.valueOf("REVISED"),
                        3L,
                        Instant.parse("2015-10-02T08:00:00Z"),
                        "budget revu"));
    }

    public static CardEvent proposed(long sequence) {
        return Histories.event(
                stamp(CONTRIBUTION, sequence),
                new AmendmentProposed(
                        "",
                        "am-1",
                        REGION,
                        "s-1",
                        2L,
                        "Équipements",
                        "Un visualiseur par école",
                        "Équipements",
                        "Deux visualiseurs par école",
                        "Un seul ne suffit pas"));
    }

    public static CardEvent accepted(long sequence) {
        return Histories.event(
                stamp(CONTRIBUTION, sequence),
                new AmendmentAccepted(
                        "",
                        "am-1",
                        "s-1",
                        "Équipements",
                        "Deux visualiseurs par école",
                        "D’accord"));
    }

    public static CardEvent consulted(long sequence) {
        return Histories.event(
                stamp(CONTRIBUTION, sequence),
                new ConsultationOpened(
                        "",
                        Instant.parse("2015-11-01T22:59:59Z"),
                        List.of(MINISTRY, REGION, Histories.ADOPTER),
                        2,
                        "Répondez avant la fin du mois"));
    }

    public static CardEvent position(long sequence, String partner, String choice) {
        return Histories.event(
                stamp(CONTRIBUTION, sequence),
                new PositionTaken("", partner, PositionChoice.valueOf(choice), "parce que"));
    }

    public static CardEvent adopted(long sequence) {
        return Histories.event(
                stamp(CONTRIBUTION, sequence),
                new ContributionAdopted("", LocalDate.parse("2015-11-02"), null, "À l’unanimité"));
    }

    /** Opened, drafted, amended, consulted on and adopted, with outdated evidence. */
    public static CardEvent[] adoption() {
        return new CardEvent[] {
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

    public static CardEvent set(long sequence, String target) {
        return Histories.event(
                stamp(OBJECTIVE, sequence),
                new ObjectiveSet(
                        "",
                        Axis.valueOf("INFRASTRUCTURE"),
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

    public static CardEvent measured(long sequence, String value, String day) {
        return Histories.event(
                stamp(OBJECTIVE, sequence),
                new ObjectiveMeasured(
                        "", new BigDecimal(value), LocalDate.parse(day), "enquête", "provisoire"));
    }

    public static ActionContent plan(String title) {
        return new ActionContent(
                title,
                "Avec les départements",
                REGION,
                List.of(Histories.ADOPTER),
                "region:44",
                List.of(Axis.INFRASTRUCTURE),
                LocalDate.parse("2016-06-30"),
                List.of(OBJECTIVE),
                CONTRIBUTION,
                List.of(Histories.EXPERIENCE));
    }

    public static CardEvent planned() {
        return Histories.event(
                stamp(ACTION, 1),
                new ActionPlanned("", plan("Raccorder les collèges"), WORKING_DAY, "d-1"));
    }

    public static CardEvent progressed(long sequence, int percent) {
        return Histories.event(
                stamp(ACTION, sequence), new ActionProgressed("", percent, "Dix collèges de plus"));
    }

    public static CardEvent scheduled() {
        return Histories.event(
                stamp(WORKING_DAY, 1),
                new WorkingDayScheduled(
                        "",
                        LocalDate.parse("2015-10-15"),
                        "Lyon",
                        "commune:69123",
                        "Gouvernance partagée",
                        "Toute la journée"));
    }

    public static CardEvent item(long sequence) {
        return Histories.event(
                stamp(WORKING_DAY, sequence),
                new AgendaItemAdded(
                        "", "ai-1", REGION, "Le socle", CONTRIBUTION, 2L, "vingt minutes"));
    }

    public static CardEvent minutes(long sequence) {
        return Histories.event(
                stamp(WORKING_DAY, sequence),
                new MinutesPublished(
                        "",
                        "Nous avons relu le **socle**.",
                        List.of(MINISTRY, REGION),
                        List.of(new MeetingDecision("d-1", "Raccorder d’abord", ACTION, null)),
                        null));
    }

    public static CardEvent posted() {
        return Histories.event(
                stamp(MESSAGE, 1),
                "region:44",
                new MessagePosted(
                        "",
                        CONTRIBUTION,
                        REGION,
                        "m-grand-est",
                        "k-1",
                        ByteBuffer.allocate(0),
                        ByteBuffer.allocate(0),
                        42,
                        "msg-0"));
    }

    public static CardEvent redacted(long sequence) {
        return Histories.event(
                stamp(MESSAGE, sequence),
                new MessageRedacted("", RedactedBy.valueOf("COMMITTEE"), "hors sujet"));
    }

    public static ContributionCard contribution(CardEvent... events) {
        return (ContributionCard) Histories.after(events);
    }

    public static ObjectiveCard objective(CardEvent... events) {
        return (ObjectiveCard) Histories.after(events);
    }

    public static ActionCard action(CardEvent... events) {
        return (ActionCard) Histories.after(events);
    }

    public static WorkingDayCard workingDay(CardEvent... events) {
        return (WorkingDayCard) Histories.after(events);
    }

    public static MessageCard message(CardEvent... events) {
        return (MessageCard) Histories.after(events);
    }
}
