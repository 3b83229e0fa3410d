package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/** What is counted, as the query has it. */
@ParameterObject
record FigureScope(
        @Schema(
                        description =
                                "In this territory, or in what it contains or contained, as"
                                        + " scheme:code; of adoptions, the adopter's",
                        example = "region:24")
                @Nullable String territory,
        @Schema(
                        description =
                                "What kind of thing; ALL for every kind. Absent: experiences, unless"
                                        + " the metric is of another kind or by=kind asks for each",
                        allowableValues = {
                            "ALL",
                            "PARTNER",
                            "EXPERIENCE",
                            "CONTRIBUTION",
                            "OBJECTIVE",
                            "ACTION",
                            "WORKING_DAY"
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
        @Schema(
                        description = "Of this partner; of adoptions, the adopter",
                        example = "p-commune-25056")
                @Nullable String partner,
        @Schema(
                        description =
                                "As the log stood at this place: proof.upTo of an earlier answer."
                                        + " Absent: all that is there now")
                @Nullable String upTo) {

    private static final String ALL = "ALL";

    /** Whether it says of which kind; one may say of all. */
    boolean saysKind() {
        return kind != null;
    }

    /** The kind by its name; null for all, and if it does not say. */
    @Nullable String oneKind() {
        return ALL.equals(kind) ? null : kind;
    }
}
