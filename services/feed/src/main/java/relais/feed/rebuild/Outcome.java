package relais.feed.rebuild;

import java.util.List;

/** What became of an operator's wish. */
public sealed interface Outcome {

    record Done(Model model) implements Outcome {}

    /** There is no such model. */
    record Unknown() implements Outcome {}

    /**
     * It cannot be now.
     *
     * @param facts what fills the words of the reason
     */
    record Refused(Reason reason, List<Object> facts) implements Outcome {

        public Refused {
            facts = List.copyOf(facts);
        }
    }

    enum Reason {
        /** Another is being built: its number. */
        REBUILD_UNDER_WAY,
        /** As many models as there may be: their number. */
        TOO_MANY_MODELS,
        /** The model's number, and what it is at present. */
        WRONG_STAGE,
        /** It is the one that serves. */
        MODEL_SERVES,
        /** It is of an instant: that one. */
        MODEL_OF_THE_PAST,
        /** It was not compared with the one that serves now. */
        PARITY_MISSING,
        /** It holds something else; force needs a reason. */
        PARITY_DIFFERS,
        /** Its group has not caught up: how many events are missing. */
        MODEL_BEHIND,
        /** Somebody else is just switching. */
        SWITCH_UNDER_WAY,
        /** There is none that served before, or it was dropped. */
        NOTHING_TO_RETURN_TO
    }

    static Outcome refused(Reason reason, Object... facts) {
        return new Refused(reason, List.of(facts));
    }
}
