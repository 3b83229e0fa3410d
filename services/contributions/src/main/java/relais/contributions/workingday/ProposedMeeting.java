package relais.contributions.workingday;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;
import relais.aggregates.territory.TerritoryCode;

/** A meeting as someone typed it: anything may be absent or wrong. */
public record ProposedMeeting(
        @Nullable String date,
        @Nullable String place,
        @Nullable String territory,
        @Nullable String theme,
        @Nullable String description) {

    public ProposedMeeting {
        date = Typed.text(date);
        place = Typed.text(place);
        territory = Typed.text(territory);
        theme = Typed.text(theme);
        description = Typed.text(description);
    }

    /**
     * The validated meeting.
     *
     * @throws RuntimeException if the rules were not asked before
     */
    Meeting accepted() {
        return new Meeting(
                LocalDate.parse(requireNonNull(date)),
                requireNonNull(place),
                TerritoryCode.parse(territory).orElse(null),
                requireNonNull(theme),
                description);
    }
}
