package relais.contributions.workingday;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DayRule;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.aggregates.partner.Standing;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.Cards;
import relais.contributions.known.Circumstances;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Needs;

/**
 * The business rules of working days, which everyone may know of. All the rules of a command are
 * checked, in the order in which refusals are answered, so that one answer names everything to
 * correct.
 */
public final class WorkingDayRules
        implements NeedingType<WorkingDay, WorkingDayCommand, WorkingDayEvent> {

    static final int MAX_ITEMS = 100;
    static final TextRule REMARK = TextRule.text(2_000);

    private static final TextRule PLACE = TextRule.line(200);
    private static final TextRule THEME = TextRule.line(200);
    private static final TextRule DESCRIPTION = TextRule.text(5_000);
    private static final TextRule LABEL = TextRule.line(200);
    private static final int YEARS_AHEAD = 5;

    @Override
    public Decision<WorkingDayEvent> decide(
            @Nullable WorkingDay before, WorkingDayCommand command, Circumstances context) {
        return switch (command) {
            case WorkingDayCommand.Schedule(WorkingDayId id, ProposedMeeting meeting) ->
                    Decision.of(
                            () ->
                                    new WorkingDayEvent.Scheduled(
                                            id, context.actor().partner(), meeting.accepted()),
                            Standing.secretary(context),
                            meetingIsSound(meeting, null, context));
            case WorkingDayCommand.Reschedule reschedule ->
                    Decision.of(
                            () ->
                                    new WorkingDayEvent.Rescheduled(
                                            reschedule.meeting().accepted(), reschedule.reason()),
                            Standing.secretary(context),
                            isStillToCome(before),
                            meetingIsSound(
                                    reschedule.meeting(),
                                    requireNonNull(before).meeting(),
                                    context),
                            REMARK.check("reason", reschedule.reason()));
            case WorkingDayCommand.Cancel(@Nullable String reason) ->
                    Decision.of(
                            () -> new WorkingDayEvent.Cancelled(requireNonNull(reason)),
                            Standing.secretary(context),
                            isStillToCome(before),
                            REMARK.required("reason", reason));
            case WorkingDayCommand.AddItem(AgendaItemId item, ProposedItem proposed) ->
                    Decision.of(
                            () -> added(item, proposed, context),
                            isSecretaryOrSignatory(context),
                            isStillToCome(before),
                            isNotOver(before, context),
                            itemIsSound(proposed),
                            cardIsPublic(proposed.card(), context),
                            cardVersionExists(proposed, context),
                            agendaIsBounded(before));
            case WorkingDayCommand.RemoveItem(AgendaItemId item, @Nullable String reason) ->
                    Decision.of(
                            () -> new WorkingDayEvent.ItemRemoved(item, reason),
                            Standing.secretary(context),
                            isStillToCome(before),
                            itemIsOnTheAgenda(before, item),
                            REMARK.check("reason", reason));
            case WorkingDayCommand.PublishMinutes minutes ->
                    Decision.of(
                            () -> MinutesRules.published(requireNonNull(before), minutes),
                            Standing.secretary(context),
                            isNotCancelled(before),
                            isTheDayOrLater(before, context),
                            MinutesRules.refusals(
                                    minutes, requireNonNull(before).minutes(), context));
        };
    }

    @Override
    public Needs needs(@Nullable WorkingDay before, WorkingDayCommand command) {
        return switch (command) {
            case WorkingDayCommand.AddItem add ->
                    add.proposed().card() == null
                            ? Needs.NOTHING
                            : Needs.NOTHING.withCards(Set.of(add.proposed().card()));
            case WorkingDayCommand.PublishMinutes minutes -> MinutesRules.needs(minutes);
            case WorkingDayCommand.Schedule _,
                    WorkingDayCommand.Reschedule _,
                    WorkingDayCommand.Cancel _,
                    WorkingDayCommand.RemoveItem _ ->
                    Needs.NOTHING;
        };
    }

    @Override
    public WorkingDay apply(@Nullable WorkingDay before, WorkingDayEvent event, Moment moment) {
        return WorkingDay.apply(before, event, moment);
    }

    /** The secretariat is one, whoever of it acts. */
    @Override
    public boolean isCreator(WorkingDay state, Actor actor) {
        return actor.is(Role.COMMITTEE);
    }

    /** Every signatory may put a point on the agenda. */
    private static Stream<Refusal> isSecretaryOrSignatory(Circumstances context) {
        return context.isSecretary() ? Standing.secretary(context) : Standing.signatory(context);
    }

    /** What was held or cancelled is not moved, nor is its agenda. */
    private static Stream<Refusal> isStillToCome(@Nullable WorkingDay before) {
        return switch (requireNonNull(before).status()) {
            case SCHEDULED -> Stream.empty();
            case HELD -> Stream.of(Refusal.conflict("status", "working-day-held"));
            case CANCELLED -> Stream.of(Refusal.conflict("status", "working-day-cancelled"));
        };
    }

    private static Stream<Refusal> meetingIsSound(
            ProposedMeeting meeting, @Nullable Meeting before, Circumstances context) {
        return Refusal.all(
                PLACE.required("place", meeting.place()),
                territoryExists(meeting.territory(), before, context),
                THEME.required("theme", meeting.theme()),
                DESCRIPTION.check("description", meeting.description()),
                isOnADayToCome(meeting.date(), before, context));
    }

    private static Stream<Refusal> territoryExists(
            @Nullable String territory, @Nullable Meeting before, Circumstances context) {
        boolean asBefore =
                before != null && Objects.toString(before.territory(), "").equals(territory);
        return Refusal.when(
                territory != null
                        && !asBefore
                        && TerritoryCode.parse(territory).filter(context::exists).isEmpty(),
                Refusal.invalid("territory", "unknown-territory", context.day()));
    }

    /** Only an archive tells of a day that is past. */
    private static Stream<Refusal> isOnADayToCome(
            @Nullable String date, @Nullable Meeting before, Circumstances context) {
        return new DayRule(
                        context.isArchive() ? DayRule.EARLIEST : context.day(),
                        context.day().plusYears(YEARS_AHEAD))
                .required("date", date, before == null ? null : before.date());
    }

    /** Once the day is over, nothing is put on its agenda any more. */
    private static Stream<Refusal> isNotOver(@Nullable WorkingDay before, Circumstances context) {
        Meeting meeting = requireNonNull(before).meeting();
        return Refusal.when(
                !context.isArchive() && context.day().isAfter(meeting.date()),
                Refusal.conflict("date", "agenda-closed", meeting.date()));
    }

    private static Stream<Refusal> itemIsSound(ProposedItem item) {
        Long version = item.cardVersion();
        return Refusal.all(
                LABEL.required("label", item.label()),
                Refusal.when(
                        version != null && version < 1,
                        Refusal.invalid("cardVersion", "card-version")),
                Refusal.when(
                        version != null && item.card() == null,
                        Refusal.invalid("card", "card-missing")),
                REMARK.check("note", item.note()));
    }

    /**
     * A point links to what everyone may read: agendas are public. A card that is not is not told
     * from one that does not exist.
     */
    private static Stream<Refusal> cardIsPublic(@Nullable String card, Circumstances context) {
        Cards.KnownCard known = card == null ? null : context.known().cards().get(card);
        return Refusal.when(
                card != null && (known == null || !known.isPublic()),
                Refusal.invalid("card", "card-not-public"));
    }

    /** A reader of the agenda can open the version it names. */
    private static Stream<Refusal> cardVersionExists(ProposedItem item, Circumstances context) {
        Long version = item.cardVersion();
        Cards.KnownCard card =
                item.card() == null ? null : context.known().cards().get(item.card());
        return version == null || version < 1 || card == null || !card.isPublic()
                ? Stream.empty()
                : Refusal.all(
                        Refusal.when(
                                version < card.firstVersion(),
                                Refusal.invalid(
                                        "cardVersion",
                                        "card-version-not-public",
                                        card.firstVersion())),
                        Refusal.when(
                                version > card.version(),
                                Refusal.invalid(
                                        "cardVersion", "card-version-unknown", card.version())));
    }

    private static Stream<Refusal> agendaIsBounded(@Nullable WorkingDay before) {
        return Refusal.when(
                requireNonNull(before).agenda().size() >= MAX_ITEMS,
                Refusal.conflict("agenda", "agenda-full", MAX_ITEMS));
    }

    private static Stream<Refusal> itemIsOnTheAgenda(
            @Nullable WorkingDay before, AgendaItemId item) {
        return Refusal.when(
                requireNonNull(before).item(item).isEmpty(),
                Refusal.notFound("item", "item-unknown"));
    }

    /** A day that was cancelled has no minutes. */
    private static Stream<Refusal> isNotCancelled(@Nullable WorkingDay before) {
        return Refusal.when(
                requireNonNull(before).status() == WorkingDayStatus.CANCELLED,
                Refusal.conflict("status", "working-day-cancelled"));
    }

    private static Stream<Refusal> isTheDayOrLater(
            @Nullable WorkingDay before, Circumstances context) {
        Meeting meeting = requireNonNull(before).meeting();
        return Refusal.when(
                context.day().isBefore(meeting.date()),
                Refusal.conflict("date", "minutes-too-early", meeting.date()));
    }

    private static WorkingDayEvent added(
            AgendaItemId id, ProposedItem item, Circumstances context) {
        return new WorkingDayEvent.ItemAdded(
                new AgendaItem(
                        id,
                        context.isSecretary() ? null : context.actor().partner(),
                        requireNonNull(item.label()),
                        item.card(),
                        item.cardVersion(),
                        item.note()));
    }
}
