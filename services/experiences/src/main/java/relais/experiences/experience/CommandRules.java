package relais.experiences.experience;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DayRule;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;

/** The small texts and dates that commands carry besides the card. */
final class CommandRules {

    private static final TextRule REMARK = TextRule.text(2_000);
    private static final TextRule LONG_TEXT = TextRule.text(ContentPolicy.MAX_TEXT);
    private static final TextRule HEADLINE = TextRule.line(200);
    private static final TextRule NAME = TextRule.line(100);
    private static final int MAX_COMMENTS = 50;
    private static final int YEARS_ON_DISPLAY = 5;

    private CommandRules() {}

    static Stream<Refusal> reasonGiven(Case judged) {
        return switch (judged.command()) {
            case ExperienceCommand.Return returned -> REMARK.required("reason", returned.reason());
            case ExperienceCommand.Withdraw withdraw ->
                    REMARK.required("reason", withdraw.reason());
            case ExperienceCommand.Moderate moderate ->
                    REMARK.required("reason", moderate.reason());
            default -> Stream.empty();
        };
    }

    static Stream<Refusal> readableTexts(Case judged) {
        return switch (judged.command()) {
            case ExperienceCommand.Submit submit -> NAME.check("externalId", submit.externalId());
            case ExperienceCommand.Return returned -> comments(returned.comments());
            case ExperienceCommand.TakeBack takeBack -> REMARK.check("reason", takeBack.reason());
            case ExperienceCommand.Publish publish -> REMARK.check("comment", publish.comment());
            case ExperienceCommand.Revise revise -> REMARK.check("summary", revise.summary());
            case ExperienceCommand.Endorse endorse -> REMARK.check("comment", endorse.comment());
            case ExperienceCommand.RetractEndorsement retract ->
                    REMARK.check("reason", retract.reason());
            case ExperienceCommand.Highlight highlight ->
                    HEADLINE.check("headline", highlight.headline());
            case ExperienceCommand.RetractHighlight retract ->
                    REMARK.check("reason", retract.reason());
            case ExperienceCommand.Adopt adopt -> LONG_TEXT.check("plan", adopt.plan());
            case ExperienceCommand.ReportAdoption report -> LONG_TEXT.check("note", report.note());
            case ExperienceCommand.EndAdoption end -> REMARK.check("reason", end.reason());
            default -> Stream.empty();
        };
    }

    /** Comments are about fields that the card has: a page shows each beside its field. */
    private static Stream<Refusal> comments(List<FieldComment> comments) {
        return Refusal.each(
                "comments",
                comments,
                MAX_COMMENTS,
                (path, comment) ->
                        Stream.concat(
                                field(path + ".field", comment.field()),
                                REMARK.required(path + ".comment", comment.comment())));
    }

    private static Stream<Refusal> field(String name, String field) {
        List<Refusal> unreadable = NAME.required(name, field).toList();
        return unreadable.isEmpty()
                ? Refusal.when(
                        !ContentField.isNamed(field),
                        Refusal.invalid(name, "unknown-field", ContentField.names()))
                : unreadable.stream();
    }

    static Stream<Refusal> soundDates(Case judged) {
        LocalDate today = judged.circumstances().today();
        LocalDate day = judged.circumstances().day();
        return switch (judged.command()) {
            case ExperienceCommand.Confirm confirm ->
                    past("confirmedOn", confirm.confirmedOn(), today, LocalDate.EPOCH);
            case ExperienceCommand.Highlight highlight ->
                    date(
                            "until",
                            highlight.until(),
                            until ->
                                    !until.isBefore(day)
                                            && !until.isAfter(today.plusYears(YEARS_ON_DISPLAY)),
                            "until-from-today");
            case ExperienceCommand.Adopt adopt ->
                    afterItBegan(
                            judged,
                            past("adoptedOn", adopt.adoptedOn(), today, LocalDate.EPOCH).toList(),
                            adopt.adoptedOn() == null ? day.toString() : adopt.adoptedOn());
            case ExperienceCommand.ReportAdoption report ->
                    past(
                            "reportedOn",
                            report.reportedOn(),
                            today,
                            adoptedOn(judged, report.adoption()));
            case ExperienceCommand.EndAdoption end ->
                    past("endedOn", end.endedOn(), today, adoptedOn(judged, end.adoption()));
            default -> Stream.empty();
        };
    }

    /** Nobody does the same before it is done: the day counts also when it is not typed. */
    private static Stream<Refusal> afterItBegan(
            Case judged, List<Refusal> refusals, String adoptedOn) {
        Experience experience = judged.experience();
        if (!refusals.isEmpty() || experience == null) {
            return refusals.stream();
        }
        LocalDate began = experience.beganOn();
        return Refusal.when(
                LocalDate.parse(adoptedOn).isBefore(began),
                Refusal.invalid("adoptedOn", "before-the-experience", began));
    }

    private static LocalDate adoptedOn(Case judged, AdoptionId id) {
        Experience experience = judged.experience();
        return Optional.ofNullable(experience)
                .flatMap(known -> known.adoption(id))
                .map(Adoption::adoptedOn)
                .orElse(LocalDate.EPOCH);
    }

    private static Stream<Refusal> past(
            String field, @Nullable String text, LocalDate today, LocalDate earliest) {
        return date(
                field,
                text,
                day -> !day.isAfter(today) && !day.isBefore(earliest),
                "date-between",
                earliest,
                today);
    }

    private static Stream<Refusal> date(
            String field,
            @Nullable String text,
            Predicate<LocalDate> sound,
            String code,
            Object... args) {
        if (text == null) {
            return Stream.empty();
        }
        Optional<LocalDate> day = DayRule.parse(text);
        if (day.isEmpty()) {
            return Stream.of(Refusal.invalid(field, "not-a-date"));
        }
        return Refusal.when(!sound.test(day.get()), Refusal.invalid(field, code, args));
    }

    static Stream<Refusal> soundReport(Case judged) {
        if (!(judged.command() instanceof ExperienceCommand.ReportAdoption report)) {
            return Stream.empty();
        }
        return report.results() == null
                ? Stream.of(Refusal.invalid("results", "required"))
                : ContentPolicy.results(report.results());
    }

    static Stream<Refusal> soundContact(Case judged) {
        return judged.command() instanceof ExperienceCommand.Submit submit
                        && submit.card().contact() != null
                ? submit.card().contact().refusals()
                : Stream.empty();
    }
}
