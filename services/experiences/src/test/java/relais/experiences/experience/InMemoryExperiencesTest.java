package relais.experiences.experience;

class InMemoryExperiencesTest extends ExperiencesContract {

    private final Experiences experiences = new InMemoryExperiences();

    @Override
    protected Experiences experiences() {
        return experiences;
    }
}
