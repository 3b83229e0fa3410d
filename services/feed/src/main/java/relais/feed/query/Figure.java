package relais.feed.query;

import java.util.Set;
import java.util.TreeSet;

/** What is counted between two working days, each by the events that make it. */
public enum Figure {
    /** Experiences that territories published. */
    PUBLISHED,
    /** Experiences that other territories took up. */
    TAKEN_UP,
    /** Contributions that the committee adopted. */
    ADOPTED,
    /** Experiences that contributions cite. */
    CITED,
    /** Positions that signatories took. */
    POSITIONS,
    /** Reports on actions, and measures of objectives. */
    PROGRESS;

    /** The names of the events. */
    public Set<String> types() {
        return switch (this) {
            case PUBLISHED -> Set.of("ExperiencePublished");
            case TAKEN_UP -> Set.of("ExperienceAdopted");
            case ADOPTED -> Set.of("ContributionAdopted");
            case CITED -> Set.of("EvidenceCited");
            case POSITIONS -> Set.of("PositionTaken");
            case PROGRESS -> Set.of("ActionProgressed", "ActionCompleted", "ObjectiveMeasured");
        };
    }

    /** Those of all figures. */
    public static Set<String> allTypes() {
        var all = new TreeSet<String>();
        for (Figure figure : values()) {
            all.addAll(figure.types());
        }
        return all;
    }
}
