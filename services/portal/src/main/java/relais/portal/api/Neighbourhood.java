package relais.portal.api;

import java.util.List;

/**
 * What lies around a territory in its own scheme.
 *
 * @param beside those that share with it the smallest territory around both, the largest first
 * @param ofSimilarSize those whose number of inhabitants is closest
 * @param departements that it lies in, or that make it up
 */
public record Neighbourhood(
        List<TerritoryEntry> beside,
        List<TerritoryEntry> ofSimilarSize,
        List<TerritoryEntry> departements) {}
