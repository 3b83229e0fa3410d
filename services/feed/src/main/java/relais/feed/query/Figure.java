package relais.feed.query;

import java.util.Set;
import java.util.TreeSet;

/** What is counted between two working days, each by the events that make it. */
public enum Figure {
    /** Experiences that territories published. */
    PUBLISHED("ExperiencePublished"),
    /** Experiences that other territories took up. */
    TAKEN_UP("ExperienceAdopted"),
    /** Contributions that the committee adopted. */
    ADOPTED("ContributionAdopted"),
    /** Experiences that contributions cite. */
    CITED("EvidenceCited"),
    /** Positions that signatories took. */
    POSITIONS("PositionTaken"),
    /** Reports on actions, and measures of objectives. */
    PROGRESS("ActionProgressed", "ActionCompleted", "ObjectiveMeasured");

    private final Set<String> types;

    Figure(String... types) {
        this.types = Set.of(types);
    }

    /** The names of the events. */
    public Set<String> types() {
        return types;
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
