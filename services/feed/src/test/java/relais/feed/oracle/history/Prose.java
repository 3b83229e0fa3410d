package relais.feed.oracle.history;

import java.util.List;
import java.util.StringJoiner;

/**
 * French as it is written: accents, elisions, plurals, hyphens. None of the words becomes another
 * one's stop word when it loses its accents.
 */
final class Prose {

    private static final List<String> WORDS =
            List.of(
                    "les élèves",
                    "l’école",
                    "aux écoles",
                    "du collège",
                    "des lycées",
                    "numérique",
                    "numériques",
                    "la tablette",
                    "tablettes",
                    "un visualiseur",
                    "d’équipement",
                    "équipements",
                    "le réseau",
                    "l’accès",
                    "haut débit",
                    "très utile",
                    "fibre",
                    "enseignants",
                    "formation",
                    "formations",
                    "d’accompagnement",
                    "parents",
                    "ressources",
                    "qu’on partage",
                    "médiathèque",
                    "cartable",
                    "environnement",
                    "de travail",
                    "territoires",
                    "ruralité",
                    "maintenance",
                    "évaluation",
                    "expérimentation",
                    "créativité",
                    "robotique",
                    "codage",
                    "lecture",
                    "s’entraîner",
                    "à distance",
                    "hors-temps scolaire",
                    "classe mobile",
                    "co-financement",
                    "subvention",
                    "mutualisation",
                    "sécurité",
                    "données",
                    "handicap",
                    "inclusion",
                    "péri-éducatif",
                    "Noël",
                    "naïveté",
                    "œuvres",
                    "çà");

    private final Dice dice;

    Prose(Dice dice) {
        this.dice = dice;
    }

    /** At most 100 characters. */
    String title() {
        String words = words(2, 5);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    String sentence() {
        return words(3, 9) + ".";
    }

    String paragraph() {
        return sentence() + "\n\n- " + sentence() + "\n- " + sentence();
    }

    private String words(int atLeast, int atMost) {
        var words = new StringJoiner(" ");
        for (int i = dice.between(atLeast, atMost); i > 0; i--) {
            words.add(dice.one(WORDS));
        }
        return words.toString();
    }
}
