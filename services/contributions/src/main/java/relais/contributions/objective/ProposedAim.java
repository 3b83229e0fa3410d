package relais.contributions.objective;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.Typed;
import relais.aggregates.partner.PartnerId;

/**
 * An aim as someone typed it: anything may be absent or wrong, so that one answer can name every
 * field to mend. Numbers are texts here: one of any size must be refused by name.
 */
record ProposedAim(
        @Nullable String axis,
        @Nullable String title,
        @Nullable String indicator,
        @Nullable String unit,
        @Nullable String baseline,
        @Nullable String baselineOn,
        @Nullable String target,
        @Nullable String dueOn,
        @Nullable String steward) {

    public ProposedAim {
        axis = Typed.text(axis);
        title = Typed.text(title);
        indicator = Typed.text(indicator);
        unit = Typed.text(unit);
        baseline = Typed.text(baseline);
        baselineOn = Typed.text(baselineOn);
        target = Typed.text(target);
        dueOn = Typed.text(dueOn);
        steward = Typed.text(steward);
    }

    /**
     * The validated aim.
     *
     * @throws RuntimeException if the rules were not asked before
     */
    Aim accepted() {
        return new Aim(
                Axis.parse(axis).orElseThrow(),
                requireNonNull(title),
                requireNonNull(indicator),
                requireNonNull(unit),
                baseline == null ? null : Quantity.accepted(baseline),
                baselineOn == null ? null : LocalDate.parse(baselineOn),
                Quantity.accepted(requireNonNull(target)),
                LocalDate.parse(requireNonNull(dueOn)),
                PartnerId.parse(steward).orElse(null));
    }
}
