package relais.experiences.experience;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.AggregateType;
import relais.aggregates.DayRule;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;

/**
 * The business rules of an experience. All the rules of a command are checked, in the order in
 * which refusals are answered, so that one answer names everything to correct. Each command is for
 * certain statuses only:
 *
 * <pre>
 * (draft) -> SUBMITTED ----> PUBLISHED -> WITHDRAWN
 *              |  ^  |  ^          `-----> MODERATED
 *              v  |  v  |
 *         RETURNED  TAKEN_BACK (also from RETURNED)
 * </pre>
 */
public final class ExperienceRules
        implements AggregateType<Experience, ExperienceCommand, ExperienceEvent, Circumstances> {

    private static final TextRule REMARK = TextRule.text(2_000);
    private static final TextRule LONG_TEXT = TextRule.text(ContentPolicy.MAX_TEXT);
    private static final TextRule HEADLINE = TextRule.line(200);
    private static final TextRule NAME = TextRule.line(100);
    private static final int MAX_COMMENTS = 50;
    private static final int YEARS_ON_DISPLAY = 5;

    @Override
    public Decision<ExperienceEvent> decide(
            @Nullable Experience before, ExperienceCommand command, Circumstances context) {
        return Decision.unless(refusals(before, command, context), () -> event(command, context));
    }

    private static Stream<Refusal> refusals(
            @Nullable Experience before, ExperienceCommand command, Circumstances context) {
        return switch (command) {
            case ExperienceCommand.Submit submit ->
                    Refusal.all(
                            ActorRules.member(context),
                            HistoryRules.isNew(before),
                            CardRules.refusals(
                                    submit.card().content(),
                                    submit.card().competentPartner(),
                                    false,
                                    context),
                            NAME.check("externalId", submit.externalId()),
                            contact(submit.card().contact()));
            case ExperienceCommand.Return(@Nullable String reason, List<FieldComment> comments) ->
                    Refusal.all(
                            ActorRules.reviewer(before, context),
                            HistoryRules.is(Status.SUBMITTED, before),
                            REMARK.required("reason", reason),
                            Refusal.each(
                                    "comments", comments, MAX_COMMENTS, ExperienceRules::comment));
            case ExperienceCommand.Resubmit resubmit ->
                    Refusal.all(
                            ActorRules.owner(before, context),
                            HistoryRules.isIn(Status.RETURNED, Status.TAKEN_BACK, before),
                            CardRules.refusals(
                                    resubmit.content(),
                                    resubmit.competentPartner(),
                                    false,
                                    context));
            case ExperienceCommand.TakeBack(@Nullable String reason) ->
                    Refusal.all(
                            ActorRules.owner(before, context),
                            HistoryRules.isIn(Status.SUBMITTED, Status.RETURNED, before),
                            REMARK.check("reason", reason));
            case ExperienceCommand.Publish(@Nullable String comment) ->
                    Refusal.all(
                            ActorRules.reviewer(before, context),
                            HistoryRules.is(Status.SUBMITTED, before),
                            REMARK.check("comment", comment));
            case ExperienceCommand.Revise(ProposedContent content, @Nullable String summary) ->
                    Refusal.all(
                            ActorRules.owner(before, context),
                            HistoryRules.is(Status.PUBLISHED, before),
                            CardRules.refusals(content, competentPartner(before), true, context),
                            REMARK.check("summary", summary));
            case ExperienceCommand.Confirm(@Nullable String confirmedOn) ->
                    Refusal.all(
                            ActorRules.owner(before, context),
                            HistoryRules.is(Status.PUBLISHED, before),
                            new DayRule(LocalDate.EPOCH, context.today())
                                    .check("confirmedOn", confirmedOn));
            case ExperienceCommand.Withdraw(@Nullable String reason) ->
                    Refusal.all(
                            ActorRules.owner(before, context),
                            HistoryRules.is(Status.PUBLISHED, before),
                            REMARK.required("reason", reason));
            case ExperienceCommand.Moderate(@Nullable String reason) ->
                    Refusal.all(
                            ActorRules.committee(before, context),
                            HistoryRules.is(Status.PUBLISHED, before),
                            REMARK.required("reason", reason));
            case ExperienceCommand.Endorse(@Nullable String comment) ->
                    Refusal.all(
                            ActorRules.member(context),
                            HistoryRules.is(Status.PUBLISHED, before),
                            ActorRules.anotherOnes(before, context),
                            HistoryRules.endorsedOnce(before, context),
                            REMARK.check("comment", comment));
            case ExperienceCommand.RetractEndorsement(@Nullable String reason) ->
                    Refusal.all(
                            ActorRules.member(context),
                            HistoryRules.is(Status.PUBLISHED, before),
                            HistoryRules.retractsWhatItEndorsed(before, context),
                            REMARK.check("reason", reason));
            case ExperienceCommand.Highlight(@Nullable String headline, @Nullable String until) ->
                    Refusal.all(
                            ActorRules.committee(before, context),
                            HistoryRules.is(Status.PUBLISHED, before),
                            HEADLINE.check("headline", headline),
                            displayedFromToday(until, context));
            case ExperienceCommand.RetractHighlight(@Nullable String reason) ->
                    Refusal.all(
                            ActorRules.committee(before, context),
                            HistoryRules.is(Status.PUBLISHED, before),
                            HistoryRules.isPutForward(before, context),
                            REMARK.check("reason", reason));
            case ExperienceCommand.Adopt(AdoptionId adoption, var adopt) ->
                    Refusal.all(
                            ActorRules.member(context),
                            HistoryRules.is(Status.PUBLISHED, before),
                            ActorRules.anotherOnes(before, context),
                            HistoryRules.adoptedOnceAtATime(before, adoption, context),
                            LONG_TEXT.check("plan", adopt.plan()),
                            HistoryRules.adoptedAfterItBegan(before, adopt.adoptedOn(), context));
            case ExperienceCommand.ReportAdoption(AdoptionId adoption, var report) ->
                    Refusal.all(
                            ActorRules.member(context),
                            HistoryRules.is(Status.PUBLISHED, before),
                            HistoryRules.itsOwnOngoingAdoption(before, adoption, context),
                            report.results() == null
                                    ? Stream.of(Refusal.invalid("results", "required"))
                                    : ContentPolicy.results(report.results()),
                            LONG_TEXT.check("note", report.note()),
                            HistoryRules.sinceAdopted(before, adoption, context)
                                    .check("reportedOn", report.reportedOn()),
                            HistoryRules.itsOwnExperience(before, report.ownExperience(), context));
            case ExperienceCommand.EndAdoption(AdoptionId adoption, var end) ->
                    Refusal.all(
                            ActorRules.member(context),
                            HistoryRules.is(Status.PUBLISHED, before),
                            HistoryRules.itsOwnOngoingAdoption(before, adoption, context),
                            REMARK.check("reason", end.reason()),
                            HistoryRules.sinceAdopted(before, adoption, context)
                                    .check("endedOn", end.endedOn()));
        };
    }

    /** A comment is about a field that the card has: a page shows it beside its field. */
    private static Stream<Refusal> comment(String path, FieldComment comment) {
        String name = path + ".field";
        List<Refusal> unreadable = NAME.required(name, comment.field()).toList();
        return Stream.concat(
                unreadable.isEmpty()
                        ? Refusal.when(
                                !ContentField.isNamed(comment.field()),
                                Refusal.invalid(name, "unknown-field", ContentField.names()))
                        : unreadable.stream(),
                REMARK.required(path + ".comment", comment.comment()));
    }

    private static Stream<Refusal> contact(@Nullable Contact contact) {
        return contact == null ? Stream.empty() : contact.refusals();
    }

    private static Stream<Refusal> displayedFromToday(
            @Nullable String until, Circumstances context) {
        LocalDate last = context.today().plusYears(YEARS_ON_DISPLAY);
        return DayRule.parse(until)
                .map(
                        day ->
                                Refusal.when(
                                        day.isBefore(context.day()) || day.isAfter(last),
                                        Refusal.invalid("until", "until-from-today")))
                .orElseGet(
                        () -> Refusal.when(until != null, Refusal.invalid("until", "not-a-date")));
    }

    private static @Nullable String competentPartner(@Nullable Experience before) {
        return before == null || before.competentPartner() == null
                ? null
                : before.competentPartner().value();
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
        return experience.isVisibleTo(circumstances);
    }

    /** What the submission of a card would be refused for now. */
    List<Refusal> rehearse(ExperienceCommand.Submit submit, Circumstances circumstances) {
        return refusals(null, submit, circumstances).toList();
    }

    /** The event of a command that no rule refuses. */
    private static ExperienceEvent event(ExperienceCommand command, Circumstances circumstances) {
        return switch (command) {
            case ExperienceCommand.Submit submit -> {
                Partner owner = requireNonNull(circumstances.acting());
                yield new ExperienceEvent.Submitted(
                        submit.id(),
                        owner.id(),
                        owner.territory(),
                        submit.card().content().accepted(circumstances.files()),
                        partner(submit.card().competentPartner()),
                        submit.externalId());
            }
            case ExperienceCommand.Return returned ->
                    new ExperienceEvent.Returned(
                            requireNonNull(returned.reason()), returned.comments());
            case ExperienceCommand.Resubmit(ProposedContent content, @Nullable String competent) ->
                    new ExperienceEvent.Resubmitted(
                            content.accepted(circumstances.files()), partner(competent));
            case ExperienceCommand.TakeBack takeBack ->
                    new ExperienceEvent.TakenBack(takeBack.reason());
            case ExperienceCommand.Publish publish ->
                    new ExperienceEvent.Published(publish.comment());
            case ExperienceCommand.Revise(ProposedContent content, @Nullable String summary) ->
                    new ExperienceEvent.Revised(content.accepted(circumstances.files()), summary);
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
            case ExperienceCommand.Adopt(AdoptionId adoption, var adopt) ->
                    new ExperienceEvent.Adopted(
                            adoption,
                            acting(circumstances),
                            requireNonNull(circumstances.acting()).territory(),
                            adopt.plan(),
                            day(adopt.adoptedOn(), circumstances));
            case ExperienceCommand.ReportAdoption(AdoptionId adoption, var report) ->
                    new ExperienceEvent.AdoptionReported(
                            adoption,
                            requireNonNull(report.results()).accepted(),
                            report.note(),
                            day(report.reportedOn(), circumstances),
                            ExperienceId.parse(report.ownExperience()).orElse(null));
            case ExperienceCommand.EndAdoption(AdoptionId adoption, var end) ->
                    new ExperienceEvent.AdoptionEnded(
                            adoption, end.reason(), day(end.endedOn(), circumstances));
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
