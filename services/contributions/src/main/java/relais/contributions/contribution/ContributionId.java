package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.IdForm;

/** The identifier of a contribution, such as {@code c-socle-college}. */
public record ContributionId(@JsonValue String value) {

    private static final IdForm FORM = new IdForm("c-", "a contribution id");

    public ContributionId {
        FORM.require(value);
    }

    public static Optional<ContributionId> parse(@Nullable String text) {
        return FORM.parse(text, ContributionId::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
