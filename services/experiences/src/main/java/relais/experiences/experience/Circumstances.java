package relais.experiences.experience;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DecisionContext;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.territory.TerritoryMap;

/**
 * All that a decision depends on besides the experience and the command.
 *
 * @param competent the partner named as having the competence; absent when none or unknown
 * @param named another experience that the command names; absent when none or unknown
 * @param files what is known of the files that the command names, by their hashes
 */
public record Circumstances(
        Actor actor,
        @Nullable Partner acting,
        @Nullable Partner competent,
        @Nullable Experience named,
        Map<String, UploadedFile> files,
        TerritoryMap territories,
        Instant at,
        Instant now)
        implements DecisionContext {}
