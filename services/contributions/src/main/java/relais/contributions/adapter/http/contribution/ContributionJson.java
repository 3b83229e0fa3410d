package relais.contributions.adapter.http.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import relais.contributions.application.Stored;
import relais.contributions.application.contribution.ReadContributions.Reading;
import relais.contributions.domain.Axis;
import relais.contributions.domain.PartnerId;
import relais.contributions.domain.contribution.Contribution;
import relais.contributions.domain.contribution.ContributionId;
import relais.contributions.domain.contribution.Section;
import relais.contributions.domain.contribution.Text;

/**
 * A contribution as this service shows it: the text with its evidence at the versions that were
 * cited, amendments, positions and dates. Of a withdrawn one everyone but the committee gets a
 * tombstone, without text.
 *
 * @param textVersion the version in which the text last changed: what an amendment is based on
 * @param reason why it was withdrawn, or why its last consultation was closed
 * @param consultation the one under way, or that led to the adoption
 * @param publicSince from when on everyone may read it
 */
record ContributionJson(
        String id,
        long version,
        String status,
        String kind,
        String title,
        @Nullable String summary,
        List<String> axes,
        String partner,
        List<String> drafters,
        @Nullable Long textVersion,
        @Nullable List<SectionJson> sections,
        @Nullable List<EvidenceJson> evidence,
        @Nullable List<AmendmentSummaryJson> amendments,
        @Nullable ConsultationJson consultation,
        @Nullable LocalDate adoptedOn,
        @Nullable String supersedes,
        @Nullable String supersededBy,
        @Nullable String reason,
        Instant openedAt,
        @Nullable Instant publicSince,
        Instant updatedAt) {

    /**
     * @param number its place in the text, from 1
     * @param body Markdown
     * @param changedIn the version of the contribution that last changed it
     */
    record SectionJson(String id, int number, String heading, String body, long changedIn) {}

    static ContributionJson of(Reading reading) {
        return reading.full() ? whole(reading.stored()) : tombstone(reading.stored());
    }

    private static ContributionJson whole(Stored<Contribution> stored) {
        Contribution contribution = stored.state();
        Text text = contribution.text();
        return new ContributionJson(
                contribution.id().value(),
                stored.version(),
                contribution.status().name(),
                contribution.kind().name(),
                text.title(),
                text.summary(),
                axes(text),
                contribution.opener().value(),
                contribution.drafters().stream().map(PartnerId::value).toList(),
                text.version(),
                sections(text.sections()),
                contribution.evidence().stream().map(EvidenceJson::of).toList(),
                contribution.amendments().stream()
                        .map(amendment -> AmendmentSummaryJson.of(contribution, amendment))
                        .toList(),
                ConsultationJson.of(contribution.consultation()),
                contribution.adoptedOn(),
                id(contribution.supersedes()),
                id(contribution.supersededBy()),
                contribution.reason(),
                contribution.openedAt(),
                contribution.firstConsultedAt(),
                stored.lastEventAt());
    }

    private static ContributionJson tombstone(Stored<Contribution> stored) {
        Contribution contribution = stored.state();
        return new ContributionJson(
                contribution.id().value(),
                stored.version(),
                contribution.status().name(),
                contribution.kind().name(),
                contribution.text().title(),
                null,
                axes(contribution.text()),
                contribution.opener().value(),
                contribution.drafters().stream().map(PartnerId::value).toList(),
                null,
                null,
                null,
                null,
                null,
                null,
                id(contribution.supersedes()),
                null,
                contribution.reason(),
                contribution.openedAt(),
                contribution.firstConsultedAt(),
                stored.lastEventAt());
    }

    private static List<SectionJson> sections(List<Section> sections) {
        return IntStream.range(0, sections.size())
                .mapToObj(i -> section(i + 1, sections.get(i)))
                .toList();
    }

    private static SectionJson section(int number, Section section) {
        return new SectionJson(
                section.id().value(),
                number,
                section.heading(),
                section.body(),
                section.changedIn());
    }

    private static List<String> axes(Text text) {
        return text.axes().stream().map(Axis::name).toList();
    }

    private static @Nullable String id(@Nullable ContributionId id) {
        return id == null ? null : id.value();
    }
}
