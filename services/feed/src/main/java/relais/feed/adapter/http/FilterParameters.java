package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * What every read can be narrowed by, as the query has it. Most may be given several times: then
 * one of the values is enough.
 */
@ParameterObject
record FilterParameters(
        @Schema(
                        description =
                                "A territory, as scheme:code. It must exist at the time that is read;"
                                        + SEVERAL,
                        example = "departement:45")
                @Nullable List<String> territory,
        @Schema(
                        description = "What kind of card, ALL for any;" + SEVERAL,
                        allowableValues = {
                            "PARTNER", "EXPERIENCE", "CONTRIBUTION", "OBJECTIVE",
                            "ACTION", "WORKING_DAY", "MESSAGE", "ALL"
                        })
                @Nullable List<String> kind,
        @Schema(
                        description = "An axis of the charter;" + SEVERAL,
                        allowableValues = {
                            "USES",
                            "GOVERNANCE",
                            "SUPPORT",
                            "FRAMEWORKS",
                            "INFRASTRUCTURE",
                            "INDUSTRY"
                        })
                @Nullable List<String> axis,
        @Schema(
                        description = "A school level;" + SEVERAL,
                        allowableValues = {"ECOLE", "COLLEGE", "LYCEE", "OTHER"})
                @Nullable List<String> level,
        @Schema(
                        description = "The partner that posted, or that acts;" + SEVERAL,
                        example = "p-commune-25056")
                @Nullable List<String> partner,
        @Schema(
                        description =
                                "Where in its life the card stands; STANDING is any in which it counts"
                                        + " among what there is, ALL any at all;"
                                        + SEVERAL,
                        allowableValues = {
                            "ACTIVE", "SUSPENDED", "SUBMITTED", "RETURNED", "TAKEN_BACK",
                                    "PUBLISHED",
                            "WITHDRAWN", "MODERATED", "DRAFTING", "CONSULTATION", "ADOPTED",
                                    "SUPERSEDED",
                            "OPEN", "PLANNED", "UNDER_WAY", "COMPLETED", "ABANDONED", "SCHEDULED",
                            "HELD", "CANCELLED", "POSTED", "REDACTED", "STANDING", "ALL"
                        })
                @Nullable List<String> status,
        @Schema(description = "A tag, whatever its case and accents;" + SEVERAL, maxLength = 100)
                @Nullable List<String> tag,
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

    /** How to ask for one of several values. */
    static final String SEVERAL = " given several times, one of them";

    /** The same of other kinds and statuses; null for any. */
    FilterParameters of(@Nullable List<String> kinds, @Nullable List<String> statuses) {
        return new FilterParameters(
                territory, kinds, axis, level, partner, statuses, tag, q, from, to, asOf);
    }

    /** What it asks for, by name, several values in their order; what it does not say is absent. */
    SortedMap<String, Object> said() {
        SortedMap<String, Object> said = new TreeMap<>();
        put(said, "territory", territory);
        put(said, "kind", kind);
        put(said, "axis", axis);
        put(said, "level", level);
        put(said, "partner", partner);
        put(said, "status", status);
        put(said, "tag", tag);
        put(said, "q", asList(q));
        put(said, "from", asList(from));
        put(said, "to", asList(to));
        put(said, "asOf", asList(asOf));
        return said;
    }

    /** One value as such; several sorted, so that the same question is the same text. */
    static void put(SortedMap<String, Object> said, String name, @Nullable List<String> values) {
        if (values != null && !values.isEmpty()) {
            said.put(
                    name,
                    values.size() == 1
                            ? values.getFirst()
                            : values.stream().distinct().sorted().toList());
        }
    }

    private static @Nullable List<String> asList(@Nullable String value) {
        return value == null ? null : List.of(value);
    }
}
