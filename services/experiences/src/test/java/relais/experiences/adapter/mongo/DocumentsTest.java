package relais.experiences.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import relais.experiences.application.Draft;
import relais.experiences.application.KeptExperience;
import relais.experiences.domain.Contact;
import relais.experiences.domain.Experience;
import relais.experiences.domain.ExperienceCommand;
import relais.experiences.domain.FieldComment;
import relais.experiences.domain.ProposedContent;
import relais.experiences.domain.ProposedContent.ProposedLink;
import relais.experiences.domain.Scene;

class DocumentsTest {

    private final ExperienceDocuments documents =
            new ExperienceDocuments(territory -> Set.of(territory.value(), "pays:FR"));

    @Test
    void aStateIsReadAsItWasWritten() {
        Experience published = Scene.published(Scene.TOWN, Scene.card().build());
        Experience adopted =
                Scene.after(
                        Scene.after(
                                Scene.after(
                                        published,
                                        new ExperienceCommand.Endorse(null),
                                        Scene.by(Scene.EPCI)),
                                new ExperienceCommand.Highlight("À lire", "2026-04-01"),
                                Scene.committee()),
                        new ExperienceCommand.Adopt(Scene.ADOPTION, "plan", null),
                        Scene.by(Scene.NEIGHBOUR));
        assertRoundTrip(adopted);
        Experience returned =
                Scene.after(
                        Scene.submitted(Scene.TOWN, Scene.card().build()),
                        new ExperienceCommand.Return(
                                "why", List.of(new FieldComment("title", "court"))),
                        Scene.committee());
        assertRoundTrip(returned);
        assertRoundTrip(
                Scene.after(
                        returned,
                        new ExperienceCommand.Resubmit(Scene.card().title("Mieux").build(), null),
                        Scene.by(Scene.TOWN)));
    }

    private void assertRoundTrip(Experience experience) {
        KeptExperience kept = new KeptExperience(experience, Set.of("row"));
        Document document = documents.write(kept);
        assertThat(documents.read(document)).isEqualTo(kept);
        assertThat(document.getList("reach", String.class))
                .containsExactlyInAnyOrder("commune:45234", "pays:FR");
    }

    @Test
    void aDraftIsKeptAsTyped() {
        Scene.CardBuilder card = Scene.card();
        card.startedOn = "hier";
        card.links = List.of(new ProposedLink(null, null));
        card.licenceAccepted = false;
        assertDraft(card.build());
        card.title = null;
        card.means = null;
        card.results = null;
        assertDraft(card.build());
    }

    private static void assertDraft(ProposedContent card) {
        Draft draft =
                new Draft(
                        "d-1",
                        Scene.TOWN.id(),
                        3,
                        card,
                        "p-epci",
                        new Contact("Ada", "ada@example.org", null),
                        Scene.NOW);
        assertThat(DraftDocuments.read(DraftDocuments.write(draft))).isEqualTo(draft);
    }
}
