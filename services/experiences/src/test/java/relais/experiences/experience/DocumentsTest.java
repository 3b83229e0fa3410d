package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import relais.aggregates.KeptState;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.experiences.draft.Draft;
import relais.experiences.experience.ProposedContent.ProposedLink;

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
                        new ExperienceCommand.Adopt(
                                Scene.ADOPTION,
                                new ExperienceCommand.AdoptionRequest("plan", null)),
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
        KeptState<Experience> kept = new KeptState<>(experience, Scene.NOW, Set.of("row"));
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
                        3,
                        Scene.TOWN.id(),
                        new ProposedCard(
                                card, "p-epci", new Contact("Ada", "ada@example.org", null)),
                        Scene.NOW);
        RecordCodec<Draft> codec = RecordCodecs.of(Draft.class);
        assertThat(codec.fromDocument(codec.toDocument(draft))).isEqualTo(draft);
    }
}
