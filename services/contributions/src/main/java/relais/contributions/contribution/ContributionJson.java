package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import relais.web.Problem;

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
                 "publicSince": "2026-04-01T08:00:00Z", "updatedAt": "2026-05-02T07:00:00Z"}\
                """)
record ContributionJson(
        ContributionId id,
        long version,
        ContributionStatus status,
        ContributionKind kind,
        String title,
        @Nullable String summary,
        List<Axis> axes,
        PartnerId partner,
        List<PartnerId> drafters,
        @Nullable Long textVersion,
        @Nullable List<SectionJson> sections,
        @Nullable List<Evidence> evidence,
        @Nullable List<AmendmentJson.AmendmentSummaryJson> amendments,
        @Nullable Instant submittedAt,
        @Nullable String submissionNote,
        @Nullable Consultation consultation,
        @Nullable LocalDate adoptedOn,
        @Nullable ContributionId supersedes,
        @Nullable ContributionId supersededBy,
        @Nullable String reason,
        Instant openedAt,
        @Nullable Instant publicSince,
        Instant updatedAt) {

    /**
     * @param number its place in the text, from 1
     */
    record SectionJson(int number, @JsonUnwrapped Section section) {

        private static List<SectionJson> of(List<Section> sections) {
            return IntStream.range(0, sections.size())
                    .mapToObj(i -> new SectionJson(i + 1, sections.get(i)))
                    .toList();
        }
    }

    /** The id in a path; what is none, is of nothing that is there. */
    static ContributionId id(String text) {
        return ContributionId.parse(text).orElseThrow(() -> Problem.notFound(text).exception());
    }

    static ContributionJson of(Reading reading) {
        Stored<Contribution> stored = reading.stored();
        Contribution shown = stored.state();
        Text text = shown.text();
        boolean full = reading.full();
        Contribution.Submission submission = full ? shown.submission() : null;
        return new ContributionJson(
                shown.id(),
                stored.version(),
                shown.status(),
                shown.kind(),
                text.title(),
                full ? text.summary() : null,
                text.axes(),
                shown.opener(),
                shown.drafters(),
                full ? text.version() : null,
                full ? SectionJson.of(text.sections()) : null,
                full ? shown.evidence() : null,
                full ? amendments(shown) : null,
                submission == null ? null : submission.at(),
                submission == null ? null : submission.note(),
                full ? shown.consultation() : null,
                full ? shown.adoptedOn() : null,
                shown.supersedes(),
                full ? shown.supersededBy() : null,
                shown.reason(),
                shown.openedAt(),
                shown.firstConsultedAt(),
                stored.lastEventAt());
    }

    private static List<AmendmentJson.AmendmentSummaryJson> amendments(Contribution shown) {
        return shown.amendments().stream()
                .map(amendment -> AmendmentJson.AmendmentSummaryJson.of(shown, amendment))
                .toList();
    }
}
