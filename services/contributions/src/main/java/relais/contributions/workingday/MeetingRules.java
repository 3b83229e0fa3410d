package relais.contributions.workingday;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DayRule;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.Standing;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.Circumstances;

/** The rules behind {@link WorkingDayPolicy} about the meeting itself. */
final class MeetingRules {

    static final TextRule REMARK = TextRule.text(2_000);

    private static final TextRule PLACE = TextRule.line(200);
    private static final TextRule THEME = TextRule.line(200);
    private static final TextRule DESCRIPTION = TextRule.text(5_000);
    private static final int YEARS_AHEAD = 5;

    private MeetingRules() {}

    static Stream<Refusal> secretaryOrSignatory(Case judged) {
        Circumstances circumstances = judged.circumstances();
        return circumstances.isSecretary()
                ? Standing.secretary(circumstances)
                : Standing.signatory(circumstances);
    }

    static Stream<Refusal> stillToCome(Case judged) {
        return switch (existing(judged).status()) {
            case SCHEDULED -> Stream.empty();
            case HELD -> Stream.of(Refusal.conflict("status", "working-day-held"));
            case CANCELLED -> Stream.of(Refusal.conflict("status", "working-day-cancelled"));
        };
    }

    static Stream<Refusal> soundMeeting(Case judged) {
        ProposedMeeting meeting = meeting(judged.command());
        return Stream.of(
                        PLACE.required("place", meeting.place()),
                        territory(meeting.territory(), judged),
                        THEME.required("theme", meeting.theme()),
                        DESCRIPTION.check("description", meeting.description()))
                .flatMap(refusals -> refusals);
    }

    private static Stream<Refusal> territory(@Nullable String territory, Case judged) {
        boolean asBefore =
                before(judged)
                        .map(Meeting::territory)
                        .filter(known -> known.value().equals(territory))
                        .isPresent();
        return Refusal.when(
                territory != null
                        && !asBefore
                        && TerritoryCode.parse(territory)
                                .filter(judged.circumstances()::exists)
                                .isEmpty(),
                Refusal.invalid("territory", "unknown-territory", judged.circumstances().day()));
    }

    static Stream<Refusal> onADayToCome(Case judged) {
        String date = meeting(judged.command()).date();
        LocalDate day = judged.circumstances().day();
        boolean asBefore =
                before(judged)
                        .flatMap(known -> DayRule.parse(date).filter(known.date()::equals))
                        .isPresent();
        return asBefore
                ? Stream.empty()
                : new DayRule(
                                judged.isArchive() ? DayRule.EARLIEST : day,
                                day.plusYears(YEARS_AHEAD))
                        .required("date", date);
    }

    static Stream<Refusal> reasonGiven(Case judged) {
        return REMARK.required("reason", ((WorkingDayCommand.Cancel) judged.command()).reason());
    }

    static Stream<Refusal> readableReason(Case judged) {
        return switch (judged.command()) {
            case WorkingDayCommand.Reschedule reschedule ->
                    REMARK.check("reason", reschedule.reason());
            case WorkingDayCommand.RemoveItem remove -> REMARK.check("reason", remove.reason());
            case WorkingDayCommand.Schedule _,
                    WorkingDayCommand.Cancel _,
                    WorkingDayCommand.AddItem _,
                    WorkingDayCommand.PublishMinutes _ ->
                    Stream.empty();
        };
    }

    static WorkingDay existing(Case judged) {
        return requireNonNull(judged.workingDay(), "a command before the day was scheduled");
    }

    private static Optional<Meeting> before(Case judged) {
        return Optional.ofNullable(judged.workingDay()).map(WorkingDay::meeting);
    }

    private static ProposedMeeting meeting(WorkingDayCommand command) {
        return switch (command) {
            case WorkingDayCommand.Schedule schedule -> schedule.meeting();
            case WorkingDayCommand.Reschedule reschedule -> reschedule.meeting();
            case WorkingDayCommand.Cancel _,
                    WorkingDayCommand.AddItem _,
                    WorkingDayCommand.RemoveItem _,
                    WorkingDayCommand.PublishMinutes _ ->
                    throw new IllegalArgumentException("No meeting in " + command);
        };
    }
}
