package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/** Which series, as the query has it. */
@ParameterObject
record SeriesQuestion(
        @Schema(
                        description =
                                "What is plotted: how many there are (active, adoptions,"
                                        + " adoptions-ever, endorsements), or how often something happened",
                        allowableValues = {
                            "active",
                            "adoptions",
                            "adoptions-ever",
                            "endorsements",
                            "revised",
                            "withdrawn",
                            "submitted",
                            "published",
                            "confirmed",
                            "highlighted",
                            "moderated",
                            "adopted",
                            "adoptions-reported",
                            "adoptions-ended",
                            "endorsed",
                            "endorsements-retracted",
                            "partners-registered",
                            "contributions-consulted",
                            "contributions-adopted",
                            "objectives-set",
                            "objectives-measured",
                            "actions-planned",
                            "actions-completed",
                            "actions-abandoned",
                            "working-days-held"
                        })
                @Nullable String metric,
        @Schema(
                        description = "By what; month and year are steps of the total",
                        allowableValues = {
                            "region",
                            "departement",
                            "academie",
                            "epci",
                            "axis",
                            "level",
                            "kind",
                            "partner",
                            "month",
                            "year"
                        })
                @Nullable String by,
        @Schema(
                        description = "How long each period is; absent for a month",
                        allowableValues = {"month", "year"})
                @Nullable String step,
        @Schema(
                        description =
                                "From then on: a day (Europe/Paris) or an instant. Absent: from the"
                                        + " log's first event",
                        example = "2015-01-01")
                @Nullable String from,
        @Schema(
                        description =
                                "Before that instant, or until the end of that day. Absent: until now")
                @Nullable String to,
        @Schema(
                        description = "In place of the header Accept",
                        allowableValues = {"json", "csv"})
                @Nullable String format) {}
