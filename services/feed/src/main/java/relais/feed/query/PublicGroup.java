package relais.feed.query;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom an experience is for. Cards say it in words of their own, « Élèves de CE2 et leurs familles
 * »; a group is found by the French words that name it.
 */
public enum PublicGroup {
    PUPILS(
            "eleve ecolier collegien lyceen enfant jeune classe etudiant apprenti maternelle"
                    + " cp ce1 ce2 cm1 cm2 sixieme cinquieme quatrieme troisieme"),
    TEACHERS("enseignant professeur prof instituteur pedagogique formateur equipe"),
    FAMILIES("famille parent"),
    STAFF("agent personnel technicien directeur directrice direction animateur atsem elu service"),
    RESIDENTS("habitant citoyen association usager riverain public");

    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

    private final List<String> words;

    PublicGroup(String words) {
        this.words = List.of(words.split(" "));
    }

    /** The groups that a text names; none if there is no text. */
    public static Set<PublicGroup> of(@Nullable String audience) {
        Set<PublicGroup> named = EnumSet.noneOf(PublicGroup.class);
        if (audience != null) {
            List<String> said = Arrays.asList(NO_LETTER.split(Tags.folded(audience)));
            for (PublicGroup each : values()) {
                if (said.stream().anyMatch(each::isNamedBy)) {
                    named.add(each);
                }
            }
        }
        return named;
    }

    private boolean isNamedBy(String word) {
        return words.stream()
                .anyMatch(
                        each ->
                                word.equals(each)
                                        || word.equals(each + "s")
                                        || word.equals(each + "es")
                                        || word.equals(each + "x"));
    }
}
