package relais.contributions.workingday;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;
import relais.aggregates.territory.TerritoryCode;

/**
 * When and where the partners meet, and what about, as someone typed it: anything may be absent or
 * wrong.
 *
 * @param date today or later (French civil day)
 * @param place in plain words
 * @param territory of that place, as {@code scheme:code}
 */
@Schema(
        name = "MeetingRequest",
        example =
                """
                {"date": "2026-06-18", "place": "Lyon", "territory": "commune:69123",
                 "theme": "La gouvernance partagée", "description": "Accueil à partir de 9 h."}\
                """)
public record ProposedMeeting(
        @Schema(format = "date") @Nullable String date,
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
