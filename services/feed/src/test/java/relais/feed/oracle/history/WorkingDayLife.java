package relais.feed.oracle.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.Topics;
import relais.events.contributions.ActionContent;
import relais.events.contributions.AgendaItemAdded;
import relais.events.contributions.AgendaItemRemoved;
import relais.events.contributions.MeetingDecision;
import relais.events.contributions.MinutesPublished;
import relais.events.contributions.WorkingDayCancelled;
import relais.events.contributions.WorkingDayRescheduled;
import relais.events.contributions.WorkingDayScheduled;

/** The partners meet: a date, an agenda, minutes, and corrected minutes. */
final class WorkingDayLife extends Life {

    private final @Nullable PartnerLife caller;
    private final List<String> agenda = new ArrayList<>();
    private List<MeetingDecision> decisions = List.of();
    private int itemsEver;
    private int corrections;
    private boolean held;

    WorkingDayLife(World world, int number, @Nullable PartnerLife caller) {
        super(world, "w-%04d".formatted(number), Topics.CONTRIBUTIONS, FRANCE);
        this.caller = caller;
    }

    @Override
    @Nullable Turn next() {
        if (version() == 0) {
            world.cards.add(this);
            return turn(caller, scheduled());
        }
        if (held) {
            return turn(null, minutes());
        }
        return new Moves()
                .may(itemsEver < 12, 12, this::added)
                .may(!agenda.isEmpty(), 3, () -> turn(null, removed()))
                .may(2, () -> turn(null, rescheduled()))
                .may(1, () -> turn(null, cancelled()))
                .may(itemsEver > 3, 3, () -> turn(null, minutes()))
                .pick(dice);
    }

    private static Turn turn(@Nullable PartnerLife by, SpecificRecord event) {
        return new Turn(event, by, FRANCE);
    }

    private LocalDate date() {
        return today().plusDays(dice.between(10, 90));
    }

    private @Nullable String place() {
        return dice.maybe(() -> dice.one(Place.ALL).id());
    }

    private WorkingDayScheduled scheduled() {
        return WorkingDayScheduled.newBuilder()
                .setWorkingDayId(id)
                .setDate(date())
                .setPlace(prose.title())
                .setTerritory(place())
                .setTheme(prose.title())
                .setDescription(dice.maybe(prose::sentence))
                .build();
    }

    private WorkingDayRescheduled rescheduled() {
        return WorkingDayRescheduled.newBuilder()
                .setWorkingDayId(id)
                .setDate(date())
                .setPlace(prose.title())
                .setTerritory(place())
                .setTheme(prose.title())
                .setDescription(dice.maybe(prose::sentence))
                .setReason(dice.maybe(prose::sentence))
                .build();
    }

    private WorkingDayCancelled cancelled() {
        end();
        return WorkingDayCancelled.newBuilder()
                .setWorkingDayId(id)
                .setReason(prose.sentence())
                .build();
    }

    private Turn added() {
        String item = "ai-" + ++itemsEver;
        agenda.add(item);
        PartnerLife by = world.actor().filter(partner -> dice.percent(60)).orElse(null);
        Life card = dice.percent(70) ? dice.one(world.cards) : null;
        return turn(
                by,
                AgendaItemAdded.newBuilder()
                        .setWorkingDayId(id)
                        .setItemId(item)
                        .setPartnerId(by == null ? null : by.id)
                        .setLabel(prose.title())
                        .setCardId(card == null ? null : card.id)
                        .setCardVersion(card == null || dice.percent(50) ? null : card.version())
                        .setNote(dice.maybe(prose::sentence))
                        .build());
    }

    private AgendaItemRemoved removed() {
        return AgendaItemRemoved.newBuilder()
                .setWorkingDayId(id)
                .setItemId(agenda.remove(dice.between(0, agenda.size() - 1)))
                .setReason(dice.maybe(prose::sentence))
                .build();
    }

    private MinutesPublished minutes() {
        String correction = held ? prose.sentence() : null;
        if (held) {
            corrections++;
        } else {
            held = true;
            decisions = decided();
        }
        if (corrections > 1 || dice.percent(40)) {
            end();
        }
        return MinutesPublished.newBuilder()
                .setWorkingDayId(id)
                .setText(prose.paragraph())
                .setAttending(
                        dice.some(world.partners, 1, 5).stream()
                                .map(partner -> partner.id)
                                .toList())
                .setDecisions(decisions)
                .setCorrection(correction)
                .build();
    }

    /** Some of them become actions, which are planned a little later. */
    private List<MeetingDecision> decided() {
        var taken = new ArrayList<MeetingDecision>();
        for (int i = dice.between(0, 3); i > 0; i--) {
            String decision = "d-" + i;
            ActionContent action =
                    dice.percent(50) ? ActionLife.content(world, dice.one(world.partners)) : null;
            taken.add(
                    MeetingDecision.newBuilder()
                            .setDecisionId(decision)
                            .setText(prose.sentence())
                            .setActionId(action == null ? null : "a-%s-%s".formatted(id, decision))
                            .setAction(action)
                            .build());
            if (action != null) {
                world.decided.add(new World.Decided(id, taken.getLast()));
            }
        }
        return List.copyOf(taken);
    }
}
