package relais.experiences.experience;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.AggregateType;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;

/** What becomes of a command: its {@link Policy policies} are all checked, in their order. */
public final class ExperienceRules
        implements AggregateType<Experience, ExperienceCommand, ExperienceEvent, Circumstances> {

    @Override
    public Decision<ExperienceEvent> decide(
            @Nullable Experience before, ExperienceCommand command, Circumstances circumstances) {
        Case judged = new Case(before, command, circumstances);
        return Decision.unless(
                Policy.of(command).stream().flatMap(policy -> policy.check(judged)),
                () -> event(command, circumstances));
    }

    @Override
    public Experience apply(@Nullable Experience before, ExperienceEvent event, Moment moment) {
        return Experience.apply(before, event, moment.at());
    }

    @Override
    public boolean isCreator(Experience experience, Actor actor) {
        return experience.owner().equals(actor.partner());
    }

    /** Of a report the state keeps the day alone, and its text may be another one: each counts. */
    @Override
    public boolean isUnchanged(Experience before, ExperienceCommand command, Experience after) {
        return !(command instanceof ExperienceCommand.ReportAdoption) && after.equals(before);
    }

    @Override
    public boolean isVisible(Experience experience, Circumstances circumstances) {
        return Visibility.isVisible(experience, circumstances);
    }

    /** What the submission of a card would be refused for now. */
    List<Refusal> rehearse(ExperienceCommand.Submit submit, Circumstances circumstances) {
        return decide(null, submit, circumstances) instanceof Decision.Refused<?> refused
                ? refused.refusals()
                : List.of();
    }

    /** The event of a command that every policy agrees to. */
    private static ExperienceEvent event(ExperienceCommand command, Circumstances circumstances) {
        return switch (command) {
            case ExperienceCommand.Submit submit -> {
                Partner owner = requireNonNull(circumstances.acting());
                yield new ExperienceEvent.Submitted(
                        submit.id(),
                        owner.id(),
                        owner.territory(),
                        submit.content().accepted(),
                        partner(submit.card().competentPartner()),
                        submit.externalId());
            }
            case ExperienceCommand.Return returned ->
                    new ExperienceEvent.Returned(
                            requireNonNull(returned.reason()), returned.comments());
            case ExperienceCommand.Resubmit resubmit ->
                    new ExperienceEvent.Resubmitted(
                            resubmit.content().accepted(), partner(resubmit.competentPartner()));
            case ExperienceCommand.TakeBack takeBack ->
                    new ExperienceEvent.TakenBack(takeBack.reason());
            case ExperienceCommand.Publish publish ->
                    new ExperienceEvent.Published(publish.comment());
            case ExperienceCommand.Revise revise ->
                    new ExperienceEvent.Revised(revise.content().accepted(), revise.summary());
            case ExperienceCommand.Confirm confirm ->
                    new ExperienceEvent.Confirmed(day(confirm.confirmedOn(), circumstances));
            case ExperienceCommand.Withdraw withdraw ->
                    new ExperienceEvent.Withdrawn(requireNonNull(withdraw.reason()));
            case ExperienceCommand.Moderate moderate ->
                    new ExperienceEvent.Moderated(requireNonNull(moderate.reason()));
            case ExperienceCommand.Endorse endorse ->
                    new ExperienceEvent.Endorsed(acting(circumstances), endorse.comment());
            case ExperienceCommand.RetractEndorsement retract ->
                    new ExperienceEvent.EndorsementRetracted(
                            acting(circumstances), retract.reason());
            case ExperienceCommand.Highlight highlight ->
                    new ExperienceEvent.Highlighted(
                            highlight.headline(),
                            highlight.until() == null ? null : LocalDate.parse(highlight.until()));
            case ExperienceCommand.RetractHighlight retract ->
                    new ExperienceEvent.HighlightRetracted(retract.reason());
            case ExperienceCommand.Adopt adopt ->
                    new ExperienceEvent.Adopted(
                            adopt.adoption(),
                            acting(circumstances),
                            requireNonNull(circumstances.acting()).territory(),
                            adopt.plan(),
                            day(adopt.adoptedOn(), circumstances));
            case ExperienceCommand.ReportAdoption report ->
                    new ExperienceEvent.AdoptionReported(
                            report.adoption(),
                            requireNonNull(report.results()).accepted(),
                            report.note(),
                            day(report.reportedOn(), circumstances));
            case ExperienceCommand.EndAdoption end ->
                    new ExperienceEvent.AdoptionEnded(
                            end.adoption(), end.reason(), day(end.endedOn(), circumstances));
        };
    }

    private static PartnerId acting(Circumstances circumstances) {
        return requireNonNull(circumstances.actor().partner());
    }

    private static @Nullable PartnerId partner(@Nullable String id) {
        return PartnerId.parse(id).orElse(null);
    }

    private static LocalDate day(@Nullable String typed, Circumstances circumstances) {
        return typed == null ? circumstances.day() : LocalDate.parse(typed);
    }
}
