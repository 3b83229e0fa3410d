package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import relais.events.EventSchemas;
import relais.events.experiences.ExperienceContent;
import relais.events.experiences.ExperienceEndorsed;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceRevised;
import relais.events.experiences.ExperienceSubmitted;
import relais.events.experiences.ExperienceWithdrawn;
import relais.events.experiences.Level;

/** Events of experiences, as the service of experiences writes them. */
public final class ExperienceEvents {

    static {
        // Says that the generated classes may be named in schemas; the builders rely on it.
        assertThat(EventSchemas.experiences()).isNotEmpty();
    }

    private ExperienceEvents() {}

    public static ExperienceSubmitted submitted(String id) {
        return ExperienceSubmitted.newBuilder()
                .setExperienceId(id)
                .setPartnerId("p-orleans")
                .setContent(content("Tablettes en classe"))
                .build();
    }

    public static ExperiencePublished published(String id) {
        return new ExperiencePublished(id, null);
    }

    public static ExperienceRevised revised(String id, String summary) {
        return new ExperienceRevised(id, content("Tablettes, deux ans après"), summary);
    }

    public static ExperienceWithdrawn withdrawn(String id, String reason) {
        return new ExperienceWithdrawn(id, reason);
    }

    public static ExperienceModerated moderated(String id, String reason) {
        return new ExperienceModerated(id, reason);
    }

    /** One that makes no citation stale. */
    public static ExperienceEndorsed endorsed(String id) {
        return new ExperienceEndorsed(id, "p-loiret", null);
    }

    private static ExperienceContent content(String title) {
        return ExperienceContent.newBuilder()
                .setTitle(title)
                .setPreview("Des tablettes partagées entre six classes")
                .setTerritory("commune:45234")
                .setLevel(Level.ECOLE)
                .setAxes(List.of(relais.events.experiences.Axis.USES))
                .setProblem("Peu d’équipement")
                .setAction("Un chariot de tablettes")
                .build();
    }
}
