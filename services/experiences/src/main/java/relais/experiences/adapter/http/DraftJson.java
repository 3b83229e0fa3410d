package relais.experiences.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.experiences.application.Draft;

/** A draft as its partner sees it. */
record DraftJson(
        String id,
        long version,
        String partner,
        @JsonUnwrapped ContentJson content,
        @Nullable String competentPartner,
        @Nullable ContactJson contact,
        Instant updatedAt) {

    static DraftJson of(Draft draft) {
        return new DraftJson(
                draft.id(),
                draft.version(),
                draft.partner().value(),
                ContentJson.of(draft.content()),
                draft.competentPartner(),
                ContactJson.of(draft.contact()),
                draft.updatedAt());
    }
}
