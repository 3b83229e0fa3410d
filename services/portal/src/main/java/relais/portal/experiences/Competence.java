package relais.portal.experiences;

import java.util.List;

/**
 * The levels of school that a kind of partner answers for, told before anything is typed. The law
 * says so and the service of experiences holds to it: nothing is decided here.
 */
final class Competence {

    static final String OTHER = "OTHER";

    private static final List<String> SCHOOLS = List.of("ECOLE", "COLLEGE", "LYCEE");

    private Competence() {}

    /** In the order of a pupil's life; {@link #OTHER} is open to everyone. */
    static List<String> levels() {
        return List.of("ECOLE", "COLLEGE", "LYCEE", OTHER);
    }

    /** The levels of school that this kind publishes for by itself. */
    static List<String> of(String kind) {
        return switch (kind) {
            case "COMMUNE", "EPCI" -> List.of("ECOLE");
            case "DEPARTEMENT" -> List.of("COLLEGE");
            case "REGION" -> List.of("LYCEE");
            case "ACADEMIE", "MINISTRY" -> SCHOOLS;
            default -> List.of();
        };
    }

    /** Whether this kind names a partner that is competent before it publishes for a level. */
    static boolean needsAnother(String kind, String level) {
        return SCHOOLS.contains(level) && !of(kind).contains(level);
    }
}
