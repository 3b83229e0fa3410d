package relais.contributions.objective;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** The event that a command gives once every policy agreed. */
final class Outcome {

    private Outcome() {}

    static ObjectiveEvent of(Case judged) {
        return switch (judged.command()) {
            case ObjectiveCommand.Set set ->
                    new ObjectiveEvent.Set(
                            set.id(),
                            judged.circumstances().actor().partner(),
                            set.aim().accepted(),
                            set.note());
            case ObjectiveCommand.Revise revise ->
                    new ObjectiveEvent.Set(
                            requireNonNull(judged.objective()).id(),
                            judged.circumstances().actor().partner(),
                            revise.aim().accepted(),
                            revise.note());
            case ObjectiveCommand.Measure measure ->
                    new ObjectiveEvent.Measured(
                            new Measure(
                                    Quantity.accepted(requireNonNull(measure.value())),
                                    measure.measuredOn() == null
                                            ? judged.circumstances().day()
                                            : LocalDate.parse(measure.measuredOn()),
                                    measure.source(),
                                    measure.note()));
            case ObjectiveCommand.Withdraw withdraw ->
                    new ObjectiveEvent.Withdrawn(requireNonNull(withdraw.reason()));
        };
    }
}
