package relais.contributions.contribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.contributions.known.Circumstances;

/** One contribution as it goes from command to command, with all that was told of it. */
final class Story {

    record Told(ContributionEvent event, Moment moment) {}

    private final List<Told> told = new ArrayList<>();
    private @Nullable Contribution state;

    /** By the mayors, with the départements as drafters too. */
    static Story opened() {
        return new Story().then(Commands.open(), Scene.by(Scene.AMF));
    }

    /** With the sections s-1 and s-2, in version 2. */
    static Story drafted() {
        return opened().then(Commands.draft(), Scene.by(Scene.AMF));
    }

    /** With the amendment am-1 to s-1 by the régions. */
    static Story amended() {
        return drafted().then(Commands.propose(), Scene.by(Scene.ARF));
    }

    /** With a section that changed since the amendment, which keeps the heading. */
    static Story moved() {
        return amended()
                .then(
                        Commands.draft("s-1", "Un titre", "Un texte que les rédacteurs ont repris"),
                        Scene.by(Scene.AMF));
    }

    static Story consulted() {
        return drafted().then(Commands.consult(), Scene.secretary());
    }

    /** Three of four have answered, which is the quorum. */
    static Story agreed() {
        return consulted()
                .then(Commands.position("CONSENT"), Scene.by(Scene.MINISTRY))
                .then(Commands.position("CONSENT"), Scene.by(Scene.AMF))
                .then(Commands.position("ABSTENTION"), Scene.by(Scene.ADF));
    }

    static Story adopted() {
        return agreed().then(
                        new ContributionCommand.Adopt(null),
                        Scene.at(Scene.DEADLINE, Scene.secretary()));
    }

    static Story superseded() {
        return adopted()
                .then(
                        new ContributionCommand.Supersede(new ContributionId("c-next")),
                        Scene.at(Scene.DEADLINE, Scene.service()));
    }

    static Story withdrawn() {
        return drafted().then(new ContributionCommand.Withdraw("fini"), Scene.secretary());
    }

    /** Takes a command that must be accepted. */
    Story then(ContributionCommand command, Circumstances circumstances) {
        Decision<ContributionEvent> decision = decide(command, circumstances);
        if (decision instanceof Decision.Accepted<ContributionEvent>(var events)) {
            events.forEach(event -> happened(event, circumstances.at()));
            return this;
        }
        throw new AssertionError(command + ": " + decision);
    }

    Decision<ContributionEvent> decide(ContributionCommand command, Circumstances circumstances) {
        return Commands.RULES.decide(state, command, circumstances);
    }

    List<ContributionEvent> events(ContributionCommand command, Circumstances circumstances) {
        return switch (decide(command, circumstances)) {
            case Decision.Accepted<ContributionEvent>(var events) -> events;
            case Decision.Unchanged<ContributionEvent> _ -> List.of();
            case Decision.Refused<ContributionEvent>(var refusals) ->
                    throw new AssertionError(refusals);
        };
    }

    /** The refusals as field:code. */
    List<String> refusals(ContributionCommand command, Circumstances circumstances) {
        return decide(command, circumstances)
                        instanceof Decision.Refused<ContributionEvent>(List<Refusal> refusals)
                ? refusals.stream().map(one -> one.field() + ":" + one.code()).toList()
                : List.of();
    }

    void happened(ContributionEvent event, Instant at) {
        Moment moment = new Moment(told.size() + 1L, at);
        state = Contribution.apply(state, event, moment);
        told.add(new Told(event, moment));
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    @Nullable Contribution state() {
        return state;
    }

    Contribution contribution() {
        if (state == null) {
            throw new AssertionError("nothing happened yet");
        }
        return state;
    }
}
