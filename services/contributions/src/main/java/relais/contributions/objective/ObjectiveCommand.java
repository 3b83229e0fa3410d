package relais.contributions.objective;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;

/** What someone asks of an objective, as typed: texts may be absent or wrong. */
public sealed interface ObjectiveCommand {

    record Set(ObjectiveId id, ProposedAim aim, @Nullable String note) implements ObjectiveCommand {
        public Set {
            note = Typed.text(note);
        }
    }

    /** The whole aim anew: what is left out is no longer there. Measures stay. */
    record Revise(ProposedAim aim, @Nullable String note) implements ObjectiveCommand {
        public Revise {
            note = Typed.text(note);
        }
    }

    /**
     * @param measuredOn the day the value holds for; absent for the day of the command
     */
    record Measure(
            @Nullable String value,
            @Nullable String measuredOn,
            @Nullable String source,
            @Nullable String note)
            implements ObjectiveCommand {
        public Measure {
            value = Typed.text(value);
            measuredOn = Typed.text(measuredOn);
            source = Typed.text(source);
            note = Typed.text(note);
        }
    }

    record Withdraw(@Nullable String reason) implements ObjectiveCommand {
        public Withdraw {
            reason = Typed.text(reason);
        }
    }
}
