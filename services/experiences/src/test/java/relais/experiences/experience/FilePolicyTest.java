package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import relais.experiences.experience.ProposedContent.ProposedDocument;
import relais.experiences.experience.ProposedContent.ProposedPicture;

class FilePolicyTest {

    private static final String HASH = "5e".repeat(32);
    private static final String OTHER = "d0".repeat(32);
    private static final Map<String, UploadedFile> FILES =
            Map.of(
                    HASH,
                    new UploadedFile(HASH, FileUse.PICTURE, "image/jpeg", 1000, 640, 480),
                    OTHER,
                    new UploadedFile(OTHER, FileUse.DOCUMENT, "application/pdf", 2000, 0, 0));
    private static final ProposedPicture PICTURE =
            new ProposedPicture(HASH, "Deux élèves", "CC-BY-4.0", "La ville");
    private static final ProposedDocument DOCUMENT =
            new ProposedDocument(OTHER, "Le guide", "LO-2.0");

    private static Circumstances knowing(Map<String, UploadedFile> files) {
        Circumstances known = Scene.by(Scene.townNamed("p-orleans"));
        return new Circumstances(
                known.actor(),
                known.acting(),
                null,
                null,
                files,
                known.territories(),
                known.at(),
                known.now());
    }

    private static Scene.CardBuilder card(List<ProposedPicture> pictures) {
        Scene.CardBuilder card = Scene.card();
        card.pictures = pictures;
        return card;
    }

    private static List<String> refusals(Scene.CardBuilder card) {
        return Scene.refusals(null, Scene.submit(card.build()), knowing(FILES));
    }

    @Test
    void aCardHasWhatTheServiceKnowsOfItsFiles() {
        Scene.CardBuilder card = card(List.of(PICTURE));
        card.documents = List.of(DOCUMENT);
        var submitted =
                (ExperienceEvent.Submitted)
                        Scene.event(null, Scene.submit(card.build()), knowing(FILES));
        assertThat(submitted.content().pictures())
                .containsExactly(
                        new Picture(
                                HASH,
                                "image/jpeg",
                                1000,
                                640,
                                480,
                                "Deux élèves",
                                "CC-BY-4.0",
                                "La ville"));
        assertThat(submitted.content().documents())
                .containsExactly(
                        new AttachedDocument(OTHER, "application/pdf", 2000, "Le guide", "LO-2.0"));
        assertThat(submitted.content().files()).containsExactly(HASH, OTHER);
    }

    @Test
    void aPictureSaysWhatItShowsUnderWhichLicence() {
        assertThat(refusals(card(List.of(new ProposedPicture(HASH, " ", "© all mine", null)))))
                .containsExactly(
                        "pictures[0].alternative:required", "pictures[0].licence:file-licence");
    }

    @Test
    void aFileThatNobodySentIsUnknown() {
        assertThat(
                        Scene.refusals(
                                null,
                                Scene.submit(card(List.of(PICTURE)).build()),
                                knowing(Map.of())))
                .containsExactly("pictures[0].hash:file-unknown");
    }

    @Test
    void aDocumentIsNoPicture() {
        assertThat(refusals(card(List.of(new ProposedPicture(OTHER, "x", "LO-2.0", null)))))
                .containsExactly("pictures[0].hash:file-unknown");
    }

    @Test
    void aSixthPictureIsRefused() {
        assertThat(refusals(card(Collections.nCopies(6, PICTURE))))
                .containsExactly("pictures:too-many");
        assertThat(
                        DraftPolicy.refusals(
                                        new ProposedCard(
                                                card(Collections.nCopies(6, PICTURE)).build(),
                                                null,
                                                null))
                                .map(refusal -> refusal.field() + ":" + refusal.code()))
                .containsExactly("pictures:too-many");
    }
}
