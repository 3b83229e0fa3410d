package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.history.replay.Target;

/** Which events are wanted again, and where. */
record ReplayRequest(
        @Schema(
                        description =
                                "A topic of one's own, a file to download, or a stream at a speed",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable Kind target,
        @Schema(
                        description =
                                "For a topic, how it is called after `relais.replay.`: absent, by"
                                        + " the replay's id",
                        example = "essai-2015")
                @Nullable String topic,
        @Schema(
                        description = "For a file",
                        allowableValues = {"ndjson", "csv", "avro", "parquet"})
                @Nullable String format,
        @Schema(
                        description =
                                "For NDJSON files and streams: with headers and bytes as they are"
                                        + " in the log")
                @Nullable Boolean raw,
        @Schema(
                        description =
                                "For a stream: how much event time passes in a second, 1x to"
                                        + " 1000000x",
                        example = "86400x")
                @Nullable String speed,
        @Schema(description = "As for /events", example = "region:24") @Nullable String territory,
        @Schema(description = "As for /events") @Nullable String partner,
        @Schema(description = "As for /events") @Nullable List<String> type,
        @Schema(description = "As for /events") @Nullable List<String> aggregate,
        @Schema(description = "As for /events") @Nullable List<String> axis,
        @Schema(description = "As for /events", example = "2015-10-01") @Nullable String from,
        @Schema(description = "As for /events") @Nullable String to,
        @Schema(description = "As for /events") @Nullable String loggedFrom,
        @Schema(description = "As for /events") @Nullable String loggedTo,
        @Schema(description = "As for /events") @Nullable String upTo) {

    enum Kind {
        TOPIC,
        FILE,
        STREAM;

        static Kind of(Target target) {
            return switch (target) {
                case Target.Topic _ -> TOPIC;
                case Target.File _ -> FILE;
                case Target.Stream _ -> STREAM;
            };
        }
    }

    EventQuestion question() {
        return new EventQuestion(
                territory,
                partner,
                type,
                aggregate,
                axis,
                from,
                to,
                loggedFrom,
                loggedTo,
                null,
                upTo,
                null,
                null,
                null);
    }
}
