package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/** Which events, as the query has it. */
@ParameterObject
record EventQuestion(
        @Schema(
                        description =
                                "The territory, or one that it contained on the event's day, as"
                                        + " scheme:code",
                        example = "region:24")
                @Nullable String territory,
        @Schema(
                        description =
                                "Whose the event is (ce_partner): what happened to this partner and to"
                                        + " what belongs to it, whoever did it. What it did to"
                                        + " others' is theirs",
                        example = "p-commune-25056")
                @Nullable String partner,
        @Schema(description = "An event's name; several times for several")
                @Nullable List<String> type,
        @Schema(description = "What it happened to; several times for several")
                @Nullable List<String> aggregate,
        @Schema(
                        description = "An axis of the charter; several times for several",
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
                        description = "Happened then or later: a day (Europe/Paris) or an instant",
                        example = "2015-10-01")
                @Nullable String from,
        @Schema(description = "Happened before that instant, or until the end of that day")
                @Nullable String to,
        @Schema(description = "The log got it then or later: a day or an instant")
                @Nullable String loggedFrom,
        @Schema(description = "The log got it before that instant, or until the end of that day")
                @Nullable String loggedTo,
        @Schema(
                        description =
                                "Only what comes after this record in the order of exports: the"
                                        + " topic, partition and offset of the last one received",
                        example = "relais.experiences:3:1207")
                @Nullable String after,
        @Schema(
                        description =
                                "Up to this place of the log: the header Relais-Log-To of an earlier"
                                        + " answer. Absent: up to what is there now")
                @Nullable String upTo,
        @Schema(description = "The first events only; absent: all", minimum = "1")
                @Nullable Long limit,
        @Schema(
                        description = "In place of the header Accept",
                        allowableValues = {"ndjson", "csv", "avro", "parquet"})
                @Nullable String format,
        @Schema(description = "NDJSON only: with headers and bytes as they are in the log")
                @Nullable Boolean raw) {}
