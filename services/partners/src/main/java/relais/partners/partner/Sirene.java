package relais.partners.partner;

import java.util.regex.Pattern;

/** The numbers of the Sirene register of INSEE. */
final class Sirene {

    private static final Pattern SIREN = Pattern.compile("[0-9]{9}");
    private static final Pattern SIRET = Pattern.compile("[0-9]{14}");

    /**
     * It had more establishments than Luhn keys: all of them but its head office follow a rule of
     * their own, the sum of the digits is a multiple of 5.
     */
    private static final String LA_POSTE = "356000000";

    private static final String LA_POSTE_HEAD_OFFICE = "35600000000048";

    private Sirene() {}

    /** A legal entity: nine digits, the last one a Luhn key. */
    static boolean isSiren(String text) {
        return SIREN.matcher(text).matches() && hasLuhnKey(text);
    }

    /** An establishment: the SIREN of its legal entity, and five digits with a key over all. */
    static boolean isSiret(String text) {
        return SIRET.matcher(text).matches() && isSiren(sirenOf(text)) && hasSiretKey(text);
    }

    private static boolean hasSiretKey(String digits) {
        boolean ofLaPoste = digits.startsWith(LA_POSTE) && !digits.equals(LA_POSTE_HEAD_OFFICE);
        return ofLaPoste
                ? digits.chars().map(digit -> digit - '0').sum() % 5 == 0
                : hasLuhnKey(digits);
    }

    static String sirenOf(String siret) {
        return siret.substring(0, 9);
    }

    /** The checksum of Luhn (ISO/IEC 7812-1, annex B). */
    static boolean hasLuhnKey(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
