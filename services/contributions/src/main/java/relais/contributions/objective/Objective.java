package relais.contributions.objective;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Circumstances;
import relais.contributions.known.Needs;
import relais.indicators.Indicator;

/**
 * One objective of the committee from the day it was set on: the sum of its events. {@link #decide}
 * never changes it, {@link #apply} is the only way it changes.
 *
 * @param setBy the partner for which the secretariat set it first
 * @param measures in the order in which they were reported
 * @param note how the indicator is to be understood, or why the aim was set anew
 * @param reason why it was withdrawn; absent while it is open
 */
public record Objective(
        ObjectiveId id,
        @Nullable PartnerId setBy,
        Aim aim,
        @Nullable String note,
        List<Measure> measures,
        ObjectiveStatus status,
        @Nullable String reason,
        Instant setAt) {

    public Objective {
        measures = List.copyOf(measures);
    }

    /** See {@link Indicator#latest}. */
    public Optional<Measure> latest() {
        return Indicator.latest(measures, Measure::on);
    }

    /** See {@link Aim#progress}; empty too before the first measure. */
    public Optional<BigInteger> progress() {
        return latest().flatMap(measure -> aim.progress(measure.value()));
    }

    /** What a decision has to know of others. */
    public static Needs needs(ObjectiveCommand command) {
        return switch (command) {
            case ObjectiveCommand.Set set -> needs(set.aim());
            case ObjectiveCommand.Revise revise -> needs(revise.aim());
            case ObjectiveCommand.Measure _, ObjectiveCommand.Withdraw _ -> Needs.NOTHING;
        };
    }

    private static Needs needs(ProposedAim aim) {
        return PartnerId.parse(aim.steward())
                .map(steward -> Needs.NOTHING.withPartners(java.util.Set.of(steward)))
                .orElse(Needs.NOTHING);
    }

    /** Events, or every reason against the command at once. */
    public static Decision<ObjectiveEvent> decide(
            @Nullable Objective before, ObjectiveCommand command, Circumstances circumstances) {
        Case judged = new Case(before, command, circumstances);
        Stream<Refusal> refusals =
                ObjectivePolicy.of(command).stream()
                        .flatMap(policy -> policy.check(judged))
                        .distinct();
        return Decision.unless(refusals, () -> Outcome.of(judged));
    }

    /**
     * The objective after one more event.
     *
     * @param before absent for the first event only
     */
    public static Objective apply(@Nullable Objective before, ObjectiveEvent event, Moment moment) {
        if (before == null) {
            ObjectiveEvent.Set set = (ObjectiveEvent.Set) requireNonNull(event);
            return new Objective(
                    set.id(),
                    set.by(),
                    set.aim(),
                    set.note(),
                    List.of(),
                    ObjectiveStatus.OPEN,
                    null,
                    moment.at());
        }
        return switch (event) {
            case ObjectiveEvent.Set set ->
                    before.next(set.aim(), set.note(), before.measures(), before.status(), null);
            case ObjectiveEvent.Measured measured ->
                    before.next(
                            before.aim(),
                            before.note(),
                            Stream.concat(before.measures().stream(), Stream.of(measured.measure()))
                                    .toList(),
                            before.status(),
                            null);
            case ObjectiveEvent.Withdrawn withdrawn ->
                    before.next(
                            before.aim(),
                            before.note(),
                            before.measures(),
                            ObjectiveStatus.WITHDRAWN,
                            withdrawn.reason());
        };
    }

    private Objective next(
            Aim nextAim,
            @Nullable String nextNote,
            List<Measure> nextMeasures,
            ObjectiveStatus nextStatus,
            @Nullable String nextReason) {
        return new Objective(
                id, setBy, nextAim, nextNote, nextMeasures, nextStatus, nextReason, setAt);
    }
}
