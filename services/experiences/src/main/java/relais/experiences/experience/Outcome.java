package relais.experiences.experience;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;

/** The event that a command gives once every policy agreed. */
final class Outcome {

    private Outcome() {}

    static ExperienceEvent of(ExperienceCommand command, Circumstances circumstances) {
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
