package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.contributions.contribution.Contributions.Listed;

/**
 * An entry of a list: the contribution without its text.
 *
 * @param submittedAt since when the drafters hold the text ready for a consultation
 * @param deadline of the consultation under way, or of the one that led to the adoption
 */
@Schema(
        example =
                """
                {"id": "c-3f9c2a", "version": 6, "status": "CONSULTATION", "kind": "FRAMEWORK",
                 "title": "Socle numérique de base", "axes": ["INFRASTRUCTURE"],
                 "partner": "p-amf", "drafters": ["p-amf"], "openedAt": "2026-02-01T10:00:00Z",
                 "deadline": "2026-05-01T16:00:00Z", "updatedAt": "2026-04-01T08:00:00Z"}""")
record ContributionListedJson(
        String id,
        long version,
        String status,
        String kind,
        String title,
        @Nullable String summary,
        List<String> axes,
        String partner,
        List<String> drafters,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant deadline,
        @Nullable LocalDate adoptedOn,
        @Nullable String supersededBy,
        Instant updatedAt) {

    static ContributionListedJson of(Listed listed) {
        return new ContributionListedJson(
                listed.id().value(),
                listed.version(),
                listed.status().name(),
                listed.kind().name(),
                listed.title(),
                listed.summary(),
                listed.axes().stream().map(Axis::name).toList(),
                listed.opener().value(),
                listed.drafters().stream().map(PartnerId::value).toList(),
                listed.openedAt(),
                listed.submittedAt(),
                listed.deadline(),
                listed.adoptedOn(),
                listed.supersededBy() == null ? null : listed.supersededBy().value(),
                listed.updatedAt());
    }
}
