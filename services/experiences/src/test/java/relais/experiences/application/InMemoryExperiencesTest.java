package relais.experiences.application;

class InMemoryExperiencesTest extends ExperiencesContract {

    private final InMemoryExperiences experiences = new InMemoryExperiences();

    @Override
    protected Experiences experiences() {
        return experiences;
    }
}
