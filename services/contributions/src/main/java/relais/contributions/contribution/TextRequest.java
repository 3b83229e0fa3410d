package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole text as it is from now on: what the body leaves out is no longer there.
 *
 * @param note what changed, for those who read the history
 */
@Schema(
        example =
                """
                {"title": "Socle numérique de base", "axes": ["INFRASTRUCTURE"],
                 "sections": [{"id": "s-1", "heading": "Usages", "body": "Un poste par élève."},
                              {"heading": "Réseau", "body": "Le Wi-Fi dans chaque classe."}],
                 "note": "Ajout du réseau"}""")
record TextRequest(
        @Nullable String title,
        @Nullable String summary,
        @Nullable List<@Nullable String> axes,
        @Nullable List<@Nullable SectionRequest> sections,
        @Nullable String note) {

    ContributionCommand.Draft command() {
        return new ContributionCommand.Draft(
                SectionRequest.text(title, summary, axes, sections), note);
    }
}
