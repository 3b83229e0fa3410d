package relais.contributions.adapter.http.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.contributions.application.contribution.Contributions.Listed;
import relais.contributions.domain.Axis;
import relais.contributions.domain.PartnerId;

/**
 * An entry of a list: the contribution without its text.
 *
 * @param deadline of the consultation under way, or of the one that led to the adoption
 */
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
                listed.deadline(),
                listed.adoptedOn(),
                listed.supersededBy() == null ? null : listed.supersededBy().value(),
                listed.updatedAt());
    }
}
