package relais.contributions.objective;

import java.util.Optional;
import relais.aggregates.avro.AvroMapping;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.PartnerId;
import relais.events.contributions.ObjectiveMeasured;
import relais.events.contributions.ObjectiveSet;
import relais.events.contributions.ObjectiveWithdrawn;

/** Objectives in the published language. The committee speaks for the whole country. */
public final class ObjectiveAvro {

    private static final String FRANCE = "pays:FR";

    private ObjectiveAvro() {}

    public static PublishedLanguage<Objective, ObjectiveEvent> language() {
        return PublishedLanguage.of(
                AvroMapping.of(ObjectiveEvent.class, "objectiveId")
                        .event(ObjectiveEvent.Set.class, ObjectiveSet.class)
                        .fromPartner(ObjectiveEvent.Set.class, "by")
                        .event(ObjectiveEvent.Measured.class, ObjectiveMeasured.class)
                        .event(ObjectiveEvent.Withdrawn.class, ObjectiveWithdrawn.class)
                        .plainDecimals()
                        .build(),
                _ -> FRANCE,
                _ -> FRANCE,
                objective ->
                        Optional.ofNullable(objective.setBy()).map(PartnerId::value).orElse(null));
    }
}
