package relais.contributions.known;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.action.Action;
import relais.contributions.action.ActionId;
import relais.contributions.action.ActionPlan;
import relais.contributions.action.ActionStatus;
import relais.contributions.action.Origin;
import relais.contributions.contribution.ContributionId;
import relais.contributions.objective.Objective;
import relais.contributions.objective.ObjectiveId;
import relais.contributions.objective.ObjectiveStatus;
import relais.contributions.workingday.AgendaItem;
import relais.contributions.workingday.AgendaItemId;
import relais.contributions.workingday.DecisionId;
import relais.contributions.workingday.Meeting;
import relais.contributions.workingday.MeetingDecision;
import relais.contributions.workingday.Minutes;
import relais.contributions.workingday.WorkingDay;
import relais.contributions.workingday.WorkingDayId;
import relais.contributions.workingday.WorkingDayStatus;

/** Objectives, actions and working days with all there can be, and with nothing that need not. */
public final class AgendaStates {

    private static final Instant THEN = Instant.parse("2025-11-20T16:00:00.123Z");
    private static final LocalDate DAY = LocalDate.of(2025, 11, 20);
    private static final PartnerId LOIRET = new PartnerId("p-loiret");

    public static final Objective.Aim WHOLE_AIM =
            new Objective.Aim(
                    Axis.INFRASTRUCTURE,
                    "Le très haut débit",
                    "Part des collèges raccordés",
                    "%",
                    new BigDecimal("41.25"),
                    LocalDate.of(2015, 10, 1),
                    new BigDecimal("100"),
                    LocalDate.of(2027, 8, 31),
                    LOIRET);

    public static final Objective.Aim BARE_AIM =
            new Objective.Aim(
                    Axis.USES,
                    "Titre",
                    "Indicateur",
                    "collèges",
                    null,
                    null,
                    new BigDecimal("-0.0001"),
                    LocalDate.of(2030, 1, 1),
                    null);

    public static final Objective.Measure MEASURE =
            new Objective.Measure(new BigDecimal("55.5"), DAY, "Enquête annuelle", "Sans la Corse");

    public static final Objective WHOLE_OBJECTIVE =
            new Objective(
                    new ObjectiveId("o-whole"),
                    new PartnerId("p-mene"),
                    WHOLE_AIM,
                    "Précisé",
                    List.of(MEASURE, new Objective.Measure(new BigDecimal("7"), DAY, null, null)),
                    ObjectiveStatus.WITHDRAWN,
                    "Abandonné",
                    THEN);

    public static final Objective BARE_OBJECTIVE =
            new Objective(
                    new ObjectiveId("o-bare"),
                    null,
                    BARE_AIM,
                    null,
                    List.of(),
                    ObjectiveStatus.OPEN,
                    null,
                    THEN);

    public static final ActionPlan WHOLE_PLAN =
            new ActionPlan(
                    "Raccorder les collèges",
                    "Vingt-trois\nrestent",
                    LOIRET,
                    List.of(new PartnerId("p-orleans"), new PartnerId("p-mene")),
                    new TerritoryCode("departement:45"),
                    List.of(Axis.INFRASTRUCTURE, Axis.SUPPORT),
                    LocalDate.of(2026, 8, 31),
                    List.of(new ObjectiveId("o-whole")),
                    new ContributionId("c-socle"),
                    List.of(new ExperienceId("x-tablettes")));

    public static final ActionPlan BARE_PLAN =
            new ActionPlan(
                    "Titre",
                    null,
                    LOIRET,
                    List.of(),
                    new TerritoryCode("pays:FR"),
                    List.of(Axis.USES),
                    DAY,
                    List.of(),
                    null,
                    List.of());

    public static final Origin ORIGIN =
            new Origin(new WorkingDayId("wd-whole"), DecisionId.numbered(1));

    public static final Action WHOLE_ACTION =
            new Action(
                    new ActionId("ac-whole"),
                    new TerritoryCode("departement:45"),
                    WHOLE_PLAN,
                    ActionStatus.COMPLETED,
                    100,
                    List.of(
                            new Action.ProgressReport(40, "Neuf", THEN),
                            new Action.ProgressReport(100, "Tous", THEN)),
                    DAY,
                    "Raison",
                    ORIGIN,
                    THEN);

    public static final Action BARE_ACTION =
            new Action(
                    new ActionId("ac-bare"),
                    new TerritoryCode("departement:45"),
                    BARE_PLAN,
                    ActionStatus.PLANNED,
                    0,
                    List.of(),
                    null,
                    null,
                    null,
                    THEN);

    public static final AgendaItem WHOLE_ITEM =
            new AgendaItem(
                    new AgendaItemId("ai-1"),
                    LOIRET,
                    "Les tablettes",
                    "x-tablettes",
                    4L,
                    "Vingt minutes");

    public static final AgendaItem BARE_ITEM =
            new AgendaItem(new AgendaItemId("ai-2"), null, "Divers", null, null, null);

    public static final MeetingDecision DECIDED =
            new MeetingDecision(
                    DecisionId.numbered(1),
                    "Le Loiret raccorde",
                    new ActionId("ac-whole"),
                    WHOLE_PLAN);

    public static final MeetingDecision SAID =
            new MeetingDecision(DecisionId.numbered(3), "Deux réunions par an", null, null);

    public static final Meeting WHOLE_MEETING =
            new Meeting(
                    DAY,
                    "Lyon",
                    new TerritoryCode("commune:69123"),
                    "La gouvernance",
                    "Accueil à 9 h");

    public static final Meeting BARE_MEETING = new Meeting(DAY, "Lyon", null, "Thème", null);

    public static final Minutes WHOLE_MINUTES =
            new Minutes(
                    "# Compte rendu",
                    List.of(LOIRET, new PartnerId("p-mene")),
                    List.of(DECIDED, SAID),
                    "Un chiffre",
                    THEN,
                    THEN.plusSeconds(60),
                    3);

    public static final WorkingDay WHOLE_WORKING_DAY =
            new WorkingDay(
                    new WorkingDayId("wd-whole"),
                    new PartnerId("p-mene"),
                    WHOLE_MEETING,
                    List.of(WHOLE_ITEM, BARE_ITEM),
                    WHOLE_MINUTES,
                    WorkingDayStatus.HELD,
                    "Raison",
                    THEN);

    public static final WorkingDay BARE_WORKING_DAY =
            new WorkingDay(
                    new WorkingDayId("wd-bare"),
                    null,
                    BARE_MEETING,
                    List.of(),
                    null,
                    WorkingDayStatus.SCHEDULED,
                    null,
                    THEN);

    private AgendaStates() {}
}
