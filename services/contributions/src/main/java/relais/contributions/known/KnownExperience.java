package relais.contributions.known;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Standing;
import relais.codec.StoredField;

/**
 * An experience as far as this service needs to know it: folded from the experiences' own events.
 *
 * @param version the last one this service has heard of
 * @param publishedIn the version that made it public; absent before
 * @param lastChange the last thing that makes earlier versions stale; absent if nothing did
 */
public record KnownExperience(
        @StoredField(name = "_id") ExperienceId id,
        long version,
        @Nullable Long publishedIn,
        Standing standing,
        @Nullable Change lastChange) {

    /** Where it stands now. */
    public enum Standing {
        NOT_PUBLISHED,
        PUBLISHED,
        WITHDRAWN,
        MODERATED
    }

    /**
     * @param version the version of the experience that the change made
     * @param at when it changed
     * @param reason what its author or the committee said of it
     */
    public record Change(
            long version, EvidenceChange change, Instant at, @Nullable String reason) {}

    /**
     * The experience after one more event.
     *
     * @param before absent before the first event
     * @param fact null for an event that changes nothing a citation relies on
     */
    public static KnownExperience apply(
            ExperienceId id,
            @Nullable KnownExperience before,
            long version,
            @Nullable ExperienceFact fact) {
        Long publishedIn = before == null ? null : before.publishedIn();
        Standing standing = before == null ? Standing.NOT_PUBLISHED : before.standing();
        Change last = before == null ? null : before.lastChange();
        return switch (fact) {
            case null -> new KnownExperience(id, version, publishedIn, standing, last);
            case ExperienceFact.Published _ ->
                    new KnownExperience(id, version, version, Standing.PUBLISHED, last);
            case ExperienceFact.Changed changed ->
                    new KnownExperience(
                            id,
                            version,
                            publishedIn,
                            switch (changed.change()) {
                                case REVISED -> standing;
                                case WITHDRAWN -> Standing.WITHDRAWN;
                                case MODERATED -> Standing.MODERATED;
                            },
                            new Change(version, changed.change(), changed.at(), changed.reason()));
        };
    }
}
