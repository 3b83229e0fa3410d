package relais.contributions.objective;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;
import relais.aggregates.partner.PartnerId;

/**
 * An objective as this service shows it.
 *
 * @param latest the measure of the latest day; absent before the first one
 * @param progress how much of the way from the baseline to the target the latest measure has come,
 *     in whole percent; absent without baseline or measure
 * @param measures in the order in which they were reported; absent in lists
 * @param reason why it was withdrawn
 */
@Schema(
        example =
                """
                {"id": "o-3f9c2a", "version": 4, "status": "OPEN", "axis": "INFRASTRUCTURE",
                 "title": "Le très haut débit dans tous les collèges",
                 "indicator": "Part des collèges publics raccordés en fibre", "unit": "%",
                 "baseline": 41.5, "baselineOn": "2015-10-01", "target": 100,
                 "dueOn": "2027-08-31", "steward": "p-mene",
                 "latest": {"value": 63.2, "measuredOn": "2025-12-31"}, "progress": 37,
                 "measures": [{"value": 63.2, "measuredOn": "2025-12-31"}],
                 "setAt": "2015-10-01T15:00:00Z", "updatedAt": "2026-01-12T09:30:00Z"}""")
record ObjectiveJson(
        String id,
        long version,
        String status,
        String axis,
        String title,
        String indicator,
        String unit,
        @Nullable BigDecimal baseline,
        @Nullable LocalDate baselineOn,
        BigDecimal target,
        LocalDate dueOn,
        @Nullable String steward,
        @Nullable String note,
        @Nullable MeasureJson latest,
        @Nullable BigInteger progress,
        @Nullable List<MeasureJson> measures,
        @Nullable String reason,
        Instant setAt,
        Instant updatedAt) {

    static ObjectiveJson of(Stored<Objective> stored) {
        Objective objective = stored.state();
        Aim aim = objective.aim();
        return new ObjectiveJson(
                stored.id(),
                stored.version(),
                objective.status().name(),
                aim.axis().name(),
                aim.title(),
                aim.indicator(),
                aim.unit(),
                aim.baseline(),
                aim.baselineOn(),
                aim.target(),
                aim.dueOn(),
                text(aim.steward()),
                objective.note(),
                objective.latest().map(MeasureJson::of).orElse(null),
                objective.progress().orElse(null),
                objective.measures().stream().map(MeasureJson::of).toList(),
                objective.reason(),
                objective.setAt(),
                stored.lastEventAt());
    }

    static ObjectiveJson of(Objectives.Listed listed) {
        Aim aim = listed.aim();
        return new ObjectiveJson(
                listed.id().value(),
                listed.version(),
                listed.status().name(),
                aim.axis().name(),
                aim.title(),
                aim.indicator(),
                aim.unit(),
                aim.baseline(),
                aim.baselineOn(),
                aim.target(),
                aim.dueOn(),
                text(aim.steward()),
                null,
                listed.latest() == null ? null : MeasureJson.of(listed.latest()),
                listed.progress().orElse(null),
                null,
                listed.reason(),
                listed.setAt(),
                listed.updatedAt());
    }

    private static @Nullable String text(@Nullable PartnerId partner) {
        return partner == null ? null : partner.value();
    }
}
