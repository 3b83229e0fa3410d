package relais.feed.oracle.history;

import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.Topics;
import relais.events.contributions.ActionAbandoned;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.ActionRevised;
import relais.events.contributions.Axis;

/** An action is planned, by itself or by a working day's decision, reported on, and ends. */
final class ActionLife extends Life {

    private static final List<Axis> AXES = List.of(Axis.values()).subList(1, Axis.values().length);

    private final World.@Nullable Decided origin;
    private ActionContent content;
    private int percent;

    ActionLife(World world, String id, PartnerLife lead) {
        super(world, id, Topics.CONTRIBUTIONS, lead.home().id());
        this.origin = null;
        this.content = content(world, lead);
    }

    ActionLife(World world, World.Decided origin) {
        super(world, origin.decision().getActionId(), Topics.CONTRIBUTIONS, FRANCE);
        this.origin = origin;
        this.content = origin.decision().getAction();
    }

    /** What an action is to be. */
    static ActionContent content(World world, PartnerLife lead) {
        Dice dice = world.dice();
        Prose prose = world.prose();
        return ActionContent.newBuilder()
                .setTitle(prose.title())
                .setDescription(dice.maybe(prose::sentence))
                .setLeadPartnerId(lead.id)
                .setPartnersInvolved(
                        dice.some(world.partners, 0, 2).stream()
                                .map(partner -> partner.id)
                                .toList())
                .setTerritory(dice.percent(40) ? FRANCE : dice.one(lead.home().within()).id())
                .setAxes(dice.some(AXES, 1, 2))
                .setDueOn(
                        world.now()
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .plusDays(dice.between(30, 700)))
                .setObjectives(
                        dice.some(world.objectives, 0, 2).stream()
                                .map(objective -> objective.id)
                                .toList())
                .setContributionId(
                        world.adopted.isEmpty() || dice.percent(50)
                                ? null
                                : dice.one(world.adopted).id)
                .setExperiences(
                        dice
                                .some(
                                        world.published.subList(
                                                0, Math.min(20, world.published.size())),
                                        0,
                                        2)
                                .stream()
                                .map(experience -> experience.id)
                                .toList())
                .build();
    }

    @Override
    @Nullable Turn next() {
        if (version() == 0) {
            world.cards.add(this);
            return turn(planned());
        }
        return new Moves()
                .may(2, () -> turn(revised()))
                .may(percent < 100, 6, () -> turn(progressed()))
                .may(2, () -> turn(completed()))
                .may(1, () -> turn(abandoned()))
                .pick(dice);
    }

    private Turn turn(SpecificRecord event) {
        return new Turn(event, null, content.getTerritory());
    }

    private ActionPlanned planned() {
        return ActionPlanned.newBuilder()
                .setActionId(id)
                .setContent(content)
                .setWorkingDayId(origin == null ? null : origin.workingDay())
                .setDecisionId(origin == null ? null : origin.decision().getDecisionId())
                .build();
    }

    private ActionRevised revised() {
        content = content(world, dice.one(world.partners));
        return ActionRevised.newBuilder()
                .setActionId(id)
                .setContent(content)
                .setReason(dice.maybe(prose::sentence))
                .build();
    }

    private ActionProgressed progressed() {
        percent = dice.between(percent, 100);
        return ActionProgressed.newBuilder()
                .setActionId(id)
                .setPercent(percent)
                .setReport(prose.sentence())
                .build();
    }

    private ActionCompleted completed() {
        end();
        return ActionCompleted.newBuilder()
                .setActionId(id)
                .setCompletedOn(today())
                .setReport(dice.maybe(prose::sentence))
                .build();
    }

    private ActionAbandoned abandoned() {
        end();
        return ActionAbandoned.newBuilder().setActionId(id).setReason(prose.sentence()).build();
    }
}
