package relais.feed.oracle.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.Topics;
import relais.events.contributions.Axis;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.ObjectiveWithdrawn;

/** The committee sets an objective, measures it, sets it anew, gives it up. */
final class ObjectiveLife extends Life {

    /** The schema's decimals have four digits after the point. */
    private static final int SCALE = 4;

    private final @Nullable PartnerLife setter;

    ObjectiveLife(World world, int number, @Nullable PartnerLife setter) {
        super(world, "o-%04d".formatted(number), Topics.CONTRIBUTIONS, FRANCE);
        this.setter = setter;
    }

    @Override
    @Nullable Turn next() {
        if (version() == 0) {
            world.objectives.add(this);
            world.cards.add(this);
            return turn(setter, set());
        }
        return new Moves()
                .may(12, () -> turn(world.actor().orElse(null), measured()))
                .may(2, () -> turn(null, set()))
                .may(1, () -> turn(null, withdrawn()))
                .pick(dice);
    }

    private static Turn turn(@Nullable PartnerLife by, SpecificRecord event) {
        return new Turn(event, by, FRANCE);
    }

    private ObjectiveSet set() {
        boolean known = dice.percent(60);
        return ObjectiveSet.newBuilder()
                .setObjectiveId(id)
                .setAxis(dice.one(Axis.class))
                .setTitle(prose.title())
                .setIndicator(prose.sentence())
                .setUnit(dice.percent(50) ? "%" : "collèges")
                .setBaseline(known ? quantity() : null)
                .setBaselineOn(known ? today().minusDays(dice.between(1, 400)) : null)
                .setTarget(quantity())
                .setDueOn(today().plusDays(dice.between(100, 2_000)))
                .setStewardId(dice.maybe(() -> dice.one(world.partners).id))
                .setNote(dice.maybe(prose::sentence))
                .build();
    }

    private ObjectiveMeasured measured() {
        LocalDate on = today().minusDays(dice.between(0, 30));
        return ObjectiveMeasured.newBuilder()
                .setObjectiveId(id)
                .setValue(quantity())
                .setMeasuredOn(on)
                .setSource(dice.maybe(prose::title))
                .setNote(dice.maybe(prose::sentence))
                .build();
    }

    private ObjectiveWithdrawn withdrawn() {
        world.objectives.remove(this);
        end();
        return ObjectiveWithdrawn.newBuilder()
                .setObjectiveId(id)
                .setReason(prose.sentence())
                .build();
    }

    private BigDecimal quantity() {
        return BigDecimal.valueOf(dice.between(-5_000, 90_000_000), SCALE);
    }
}
