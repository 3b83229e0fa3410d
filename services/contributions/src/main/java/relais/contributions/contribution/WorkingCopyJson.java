package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that one's partner is still writing.
 *
 * @param version its own, to save it again: not that of the contribution
 * @param basedOn the text version that it was begun from
 */
@Schema(
        example =
                """
                {"contribution": "c-3f9c2a", "version": 14, "basedOn": 5,
                 "title": "Socle numérique de base", "axes": ["INFRASTRUCTURE"],
                 "sections": [{"id": "s-1", "heading": "Usages", "body": "Un poste par élève et"}],
                 "updatedAt": "2026-02-03T10:00:00Z"}""")
record WorkingCopyJson(
        String contribution,
        long version,
        long basedOn,
        @Nullable String title,
        @Nullable String summary,
        List<String> axes,
        List<SectionRequest> sections,
        @Nullable String note,
        Instant updatedAt) {

    static WorkingCopyJson of(WorkingCopy copy) {
        return new WorkingCopyJson(
                copy.contribution().value(),
                copy.version(),
                copy.basedOn(),
                copy.text().title(),
                copy.text().summary(),
                copy.text().axes(),
                copy.text().sections().stream().map(SectionRequest::of).toList(),
                copy.note(),
                copy.updatedAt());
    }
}
