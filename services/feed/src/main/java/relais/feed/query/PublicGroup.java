package relais.feed.query;

import java.util.EnumSet;
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

    private final Pattern named;

    /**
     * @param words between spaces, in the singular, without accents
     */
    PublicGroup(String words) {
        this.named =
                Pattern.compile(
                        "(?<![a-z0-9])(?:" + words.replace(' ', '|') + ")(?:s|es|x)?(?![a-z0-9])");
    }

    /** The groups that a text names; none if there is no text. */
    public static Set<PublicGroup> of(@Nullable String audience) {
        Set<PublicGroup> groups = EnumSet.noneOf(PublicGroup.class);
        if (audience != null) {
            String said = Tags.folded(audience);
            for (PublicGroup each : values()) {
                if (each.named.matcher(said).find()) {
                    groups.add(each);
                }
            }
        }
        return groups;
    }
}
