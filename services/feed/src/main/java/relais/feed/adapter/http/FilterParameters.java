package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/** What every read can be narrowed by, as the query has it. */
@ParameterObject
record FilterParameters(
        @Schema(
                        description =
                                "A territory, as scheme:code. It must exist at the time that is read",
                        example = "departement:45")
                @Nullable String territory,
        @Schema(
                        description = "What kind of card",
                        allowableValues = {
                            "PARTNER",
                            "EXPERIENCE",
                            "CONTRIBUTION",
                            "OBJECTIVE",
                            "ACTION",
                            "WORKING_DAY",
                            "MESSAGE"
                        })
                @Nullable String kind,
        @Schema(
                        description = "An axis of the charter",
                        allowableValues = {
                            "USES",
                            "GOVERNANCE",
                            "SUPPORT",
                            "FRAMEWORKS",
                            "INFRASTRUCTURE",
                            "INDUSTRY"
                        })
                @Nullable String axis,
        @Schema(
                        description = "A school level",
                        allowableValues = {"ECOLE", "COLLEGE", "LYCEE", "OTHER"})
                @Nullable String level,
        @Schema(description = "The partner that posted, or that acts", example = "p-commune-25056")
                @Nullable String partner,
        @Schema(
                        description = "Where in its life the card stands",
                        allowableValues = {
                            "ACTIVE",
                            "SUSPENDED",
                            "SUBMITTED",
                            "RETURNED",
                            "TAKEN_BACK",
                            "PUBLISHED",
                            "WITHDRAWN",
                            "MODERATED",
                            "DRAFTING",
                            "CONSULTATION",
                            "ADOPTED",
                            "SUPERSEDED",
                            "OPEN",
                            "PLANNED",
                            "UNDER_WAY",
                            "COMPLETED",
                            "ABANDONED",
                            "SCHEDULED",
                            "HELD",
                            "CANCELLED",
                            "POSTED",
                            "REDACTED"
                        })
                @Nullable String status,
        @Schema(description = "A tag, whatever its case and accents", maxLength = 100)
                @Nullable String tag,
        @Schema(
                        description =
                                "Words in French: all must occur in the text, or in the name of"
                                        + " the partner or of a territory around it, whatever"
                                        + " their accents and endings. If nothing has them, words"
                                        + " that begin so or are spelt nearly so are searched",
                        maxLength = 200,
                        example = "tablettes écoles")
                @Nullable String q,
        @Schema(
                        description = "Dated then or later: a day (Europe/Paris) or an instant",
                        example = "2015-10-01")
                @Nullable String from,
        @Schema(
                        description =
                                "Dated before that instant, or until the end of that day (Europe/Paris)."
                                        + " Must lie after from",
                        example = "2015-12-31")
                @Nullable String to,
        @Schema(
                        description =
                                "As it was at that instant, or at the end of that day (Europe/Paris)."
                                        + " A time to come is the present",
                        example = "2015-12-31T23:00:00Z")
                @Nullable String asOf) {

    /** The same of another kind and status; null for any. */
    FilterParameters of(@Nullable String otherKind, @Nullable String otherStatus) {
        return new FilterParameters(
                territory, otherKind, axis, level, partner, otherStatus, tag, q, from, to, asOf);
    }

    /** What it asks for, by name; what it does not say is absent. */
    SortedMap<String, Object> said() {
        SortedMap<String, Object> said = new TreeMap<>();
        put(said, "territory", territory);
        put(said, "kind", kind);
        put(said, "axis", axis);
        put(said, "level", level);
        put(said, "partner", partner);
        put(said, "status", status);
        put(said, "tag", tag);
        put(said, "q", q);
        put(said, "from", from);
        put(said, "to", to);
        put(said, "asOf", asOf);
        return said;
    }

    private static void put(SortedMap<String, Object> said, String name, @Nullable String value) {
        if (value != null) {
            said.put(name, value);
        }
    }
}
