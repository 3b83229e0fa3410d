package relais.contributions.contribution;

/**
 * One section of the present text.
 *
 * @param changedIn the version of the contribution that last changed its wording, or brought it
 */
public record Section(SectionId id, Wording wording, long changedIn) {

    public String heading() {
        return wording.heading();
    }

    public String body() {
        return wording.body();
    }
}
