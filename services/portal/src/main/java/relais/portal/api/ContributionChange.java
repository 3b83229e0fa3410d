package relais.portal.api;

import org.jspecify.annotations.Nullable;

/**
 * What a change of a contribution answers.
 *
 * @param textVersion the version in which the text last changed
 * @param amendment the one that the change made or concerns
 */
public record ContributionChange(
        String id, long version, String status, long textVersion, @Nullable String amendment) {}
