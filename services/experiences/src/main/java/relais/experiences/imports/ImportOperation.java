package relais.experiences.imports;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a row of an archive asks for; {@link ImportColumns} says what each one uses. */
public enum ImportOperation {
    SUBMIT,
    PUBLISH,
    RETURN,
    RESUBMIT,
    TAKE_BACK,
    REVISE,
    CONFIRM,
    WITHDRAW,
    MODERATE,
    ENDORSE,
    HIGHLIGHT,
    ADOPT,
    REPORT_ADOPTION,
    END_ADOPTION;

    /** An absent name means {@link #SUBMIT}. */
    static Optional<ImportOperation> parse(@Nullable String name) {
        return name == null
                ? Optional.of(SUBMIT)
                : Arrays.stream(values()).filter(o -> o.name().equals(name)).findFirst();
    }
}
