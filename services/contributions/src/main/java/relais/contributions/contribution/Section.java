package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import relais.codec.StoredField;

/**
 * One section of the present text.
 *
 * @param changedIn the version of the contribution that last changed its wording, or brought it
 */
public record Section(
        SectionId id,
        @StoredField(unwrapped = true) @JsonUnwrapped Wording wording,
        long changedIn) {

    public String heading() {
        return wording.heading();
    }

    public String body() {
        return wording.body();
    }
}
