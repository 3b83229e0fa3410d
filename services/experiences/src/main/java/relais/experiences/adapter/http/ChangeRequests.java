package relais.experiences.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.FieldComment;

/** The small bodies of the changes. Dates default to the day of the request. */
final class ChangeRequests {

    private ChangeRequests() {}

    record ReturnRequest(
            @Nullable String reason, @Nullable List<@Nullable FieldCommentJson> comments) {

        List<FieldComment> fieldComments() {
            return comments == null
                    ? List.of()
                    : comments.stream()
                            .map(
                                    comment ->
                                            comment == null
                                                    ? new FieldComment("", "")
                                                    : comment.asComment())
                            .toList();
        }
    }

    record FieldCommentJson(@Nullable String field, @Nullable String comment) {
        FieldComment asComment() {
            return new FieldComment(
                    Objects.requireNonNullElse(field, "").strip(),
                    Objects.requireNonNullElse(comment, "").strip());
        }
    }

    record ReasonRequest(@Nullable String reason) {}

    record CommentRequest(@Nullable String comment) {}

    record ConfirmationRequest(@Schema(format = "date") @Nullable String confirmedOn) {}

    record HighlightRequest(
            @Nullable String headline, @Schema(format = "date") @Nullable String until) {}

    record AdoptionRequest(
            @Nullable String plan, @Schema(format = "date") @Nullable String adoptedOn) {}

    record ReportRequest(
            @Nullable ResultsJson results,
            @Nullable String note,
            @Schema(format = "date") @Nullable String reportedOn) {}

    record EndRequest(@Nullable String reason, @Schema(format = "date") @Nullable String endedOn) {}
}
