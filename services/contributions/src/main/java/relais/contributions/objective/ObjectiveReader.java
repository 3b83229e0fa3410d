package relais.contributions.objective;

import java.math.BigDecimal;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.PartnerId;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.ObjectiveWithdrawn;

/** Reads what {@link ObjectiveLanguage} said. */
final class ObjectiveReader {

    private ObjectiveReader() {}

    /**
     * @param filed its partner is the one for which the objective was set first, in every event
     */
    static ObjectiveEvent fromAvro(SpecificRecord event, Filed filed) {
        return switch (event) {
            case ObjectiveSet e ->
                    new ObjectiveEvent.Set(
                            new ObjectiveId(e.getObjectiveId()),
                            partner(filed.partner()),
                            aim(e),
                            e.getNote());
            case ObjectiveMeasured e ->
                    new ObjectiveEvent.Measured(
                            new Measure(
                                    plain(e.getValue()),
                                    e.getMeasuredOn(),
                                    e.getSource(),
                                    e.getNote()));
            case ObjectiveWithdrawn e -> new ObjectiveEvent.Withdrawn(e.getReason());
            default -> throw PublishedLanguage.stranger(event);
        };
    }

    private static Aim aim(ObjectiveSet e) {
        return new Aim(
                Axis.valueOf(e.getAxis().name()),
                e.getTitle(),
                e.getIndicator(),
                e.getUnit(),
                e.getBaseline() == null ? null : plain(e.getBaseline()),
                e.getBaselineOn(),
                plain(e.getTarget()),
                e.getDueOn(),
                partner(e.getStewardId()));
    }

    /** Without the zeros that the published decimals have for all. */
    private static BigDecimal plain(BigDecimal published) {
        BigDecimal number = published.stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static @Nullable PartnerId partner(@Nullable String id) {
        return id == null ? null : new PartnerId(id);
    }
}
