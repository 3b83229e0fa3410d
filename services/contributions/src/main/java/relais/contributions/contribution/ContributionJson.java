package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.Stored;
import relais.aggregates.partner.PartnerId;
import relais.contributions.contribution.ReadContributions.Reading;

/**
 * A contribution as this service shows it: the text with its evidence at the versions that were
 * cited, amendments, positions and dates. Of a withdrawn one everyone but the committee gets a
 * tombstone, without text.
 *
 * @param textVersion the version in which the text last changed: what an amendment is based on
 * @param reason why it was withdrawn, or why its last consultation was closed
 * @param submittedAt since when the drafters hold the present text ready for a consultation
 * @param submissionNote what they said with it
 * @param consultation the one under way, or that led to the adoption
 * @param publicSince from when on everyone may read it
 */
@Schema(
        example =
                """
                {"id": "c-3f9c2a", "version": 11, "status": "ADOPTED", "kind": "FRAMEWORK",
                 "title": "Socle numérique de base", "axes": ["INFRASTRUCTURE"],
                 "partner": "p-amf", "drafters": ["p-amf", "p-departement-45"], "textVersion": 5,
                 "sections": [{"id": "s-1", "number": 1, "heading": "Usages",
                   "body": "Un poste par élève.", "changedIn": 5}],
                 "evidence": [{"experience": "x-1b7e", "version": 4, "section": "s-1"}],
                 "amendments": [{"id": "am-77d1", "partner": "p-adf", "section": "s-1",
                   "heading": "Usages", "basedOn": 2, "reason": "Les collèges",
                   "status": "ACCEPTED", "answer": "Repris"}],
                 "consultation": {"openedAt": "2026-04-01T08:00:00Z",
                   "deadline": "2026-05-01T16:00:00Z", "signatories": ["p-adf", "p-amf"],
                   "quorum": 2, "positions": [{"partner": "p-adf", "position": "CONSENT",
                   "takenAt": "2026-04-12T09:30:00Z"}], "silent": ["p-amf"]},
                 "adoptedOn": "2026-05-02", "openedAt": "2026-02-01T10:00:00Z",
                 "publicSince": "2026-04-01T08:00:00Z", "updatedAt": "2026-05-02T07:00:00Z"}""")
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
        @Nullable Instant submittedAt,
        @Nullable String submissionNote,
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
        Submission submission = contribution.submission();
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
                submission == null ? null : submission.at(),
                submission == null ? null : submission.note(),
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
