package relais.contributions.objective;

import static java.util.Objects.requireNonNull;
import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.now;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Moment;
import relais.contributions.known.Decisions;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Objectives and what is asked of them. */
final class Samples {

    static final ObjectiveId ID = new ObjectiveId("o-debit");

    static final ObjectiveCommand.Revise AIM =
            new ObjectiveCommand.Revise(
                    "INFRASTRUCTURE",
                    "Le très haut débit dans tous les collèges",
                    "Part des collèges raccordés en fibre",
                    "%",
                    new BigDecimal("40"),
                    "2015-10-01",
                    new BigDecimal("100"),
                    "2027-08-31",
                    "p-loiret",
                    null);

    static final ObjectiveCommand SET = new ObjectiveCommand.Set(ID, AIM);
    static final ObjectiveCommand REVISE = with("note", "Précisé");
    static final ObjectiveCommand MEASURE = measure("55", "2025-12-31");
    static final ObjectiveCommand WITHDRAW = new ObjectiveCommand.Withdraw("Indicateur abandonné");

    static final ObjectiveRules RULES = new ObjectiveRules();

    private Samples() {}

    static Objective set() {
        return after(null, SET);
    }

    static Objective after(@Nullable Objective before, ObjectiveCommand command) {
        ObjectiveEvent event = Decisions.accepted(RULES.decide(before, command, now(SECRETARY)));
        return Objective.apply(before, event, new Moment(1, NOW));
    }

    static ObjectiveCommand measure(@Nullable String value, @Nullable String on) {
        return new ObjectiveCommand.Report(
                value == null ? null : new BigDecimal(value), on, null, null);
    }

    static ObjectiveCommand setting(@Nullable Object... fields) {
        return new ObjectiveCommand.Set(ID, with(fields));
    }

    /**
     * The aim as a body says it, with other values.
     *
     * @param fields names and values in turn
     */
    static ObjectiveCommand.Revise with(@Nullable Object... fields) {
        JsonMapper json = JsonMapper.shared();
        ObjectNode body = json.valueToTree(AIM);
        for (int i = 0; i < fields.length; i += 2) {
            body.set((String) requireNonNull(fields[i]), json.valueToTree(fields[i + 1]));
        }
        return json.treeToValue(body, ObjectiveCommand.Revise.class);
    }
}
