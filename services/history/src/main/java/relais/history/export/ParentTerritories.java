package relais.history.export;

import org.jspecify.annotations.Nullable;

/**
 * What a territory lay in on the day of the event, each as {@code scheme:code}; itself included.
 * Absent where there is none: a région lies in no département.
 */
public record ParentTerritories(
        @Nullable String epci,
        @Nullable String departement,
        @Nullable String region,
        @Nullable String academie) {

    public static final ParentTerritories NOWHERE = new ParentTerritories(null, null, null, null);
}
