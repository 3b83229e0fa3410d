package relais.contributions.objective;

import java.math.BigDecimal;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.PartnerId;
import relais.events.contributions.Axis;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.ObjectiveWithdrawn;

/** Says what happened to an objective in the published language. */
public final class ObjectiveLanguage implements PublishedLanguage<Objective, ObjectiveEvent> {

    /** The committee speaks for the whole country. */
    private static final String FRANCE = "pays:FR";

    /** Of the published decimals. */
    private static final int SCALE = 4;

    @Override
    public String home(Objective objective) {
        return FRANCE;
    }

    @Override
    public String territory(Objective objective) {
        return FRANCE;
    }

    @Override
    public @Nullable String partner(Objective objective) {
        return text(objective.setBy());
    }

    @Override
    public SpecificRecord toAvro(String id, ObjectiveEvent event) {
        return switch (event) {
            case ObjectiveEvent.Set set -> set(id, set.aim(), set.note());
            case ObjectiveEvent.Measured measured -> measured(id, measured.measure());
            case ObjectiveEvent.Withdrawn withdrawn ->
                    ObjectiveWithdrawn.newBuilder()
                            .setObjectiveId(id)
                            .setReason(withdrawn.reason())
                            .build();
        };
    }

    @Override
    public ObjectiveEvent fromAvro(SpecificRecord event, Filed filed) {
        return ObjectiveReader.fromAvro(event, filed);
    }

    private static SpecificRecord set(String id, Aim aim, @Nullable String note) {
        return ObjectiveSet.newBuilder()
                .setObjectiveId(id)
                .setAxis(Axis.valueOf(aim.axis().name()))
                .setTitle(aim.title())
                .setIndicator(aim.indicator())
                .setUnit(aim.unit())
                .setBaseline(aim.baseline() == null ? null : decimal(aim.baseline()))
                .setBaselineOn(aim.baselineOn())
                .setTarget(decimal(aim.target()))
                .setDueOn(aim.dueOn())
                .setStewardId(text(aim.steward()))
                .setNote(note)
                .build();
    }

    private static SpecificRecord measured(String id, Measure measure) {
        return ObjectiveMeasured.newBuilder()
                .setObjectiveId(id)
                .setValue(decimal(measure.value()))
                .setMeasuredOn(measure.on())
                .setSource(measure.source())
                .setNote(measure.note())
                .build();
    }

    private static BigDecimal decimal(BigDecimal number) {
        return number.setScale(SCALE);
    }

    private static @Nullable String text(@Nullable PartnerId partner) {
        return partner == null ? null : partner.value();
    }
}
