package relais.contributions.contribution;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The share of the signatories that must have answered, as an exact fraction such as 2/3. */
public record QuorumRule(int numerator, int denominator) {

    public static final QuorumRule TWO_THIRDS = new QuorumRule(2, 3);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,3})/([0-9]{1,3})");

    public QuorumRule {
        if (numerator < 1 || denominator < numerator) {
            throw new IllegalArgumentException(
                    "A quorum is a fraction above 0 and at most 1, such as 2/3, not "
                            + numerator
                            + "/"
                            + denominator);
        }
    }

    /**
     * @param text such as {@code 2/3}
     * @throws IllegalArgumentException if it is not such a fraction
     */
    public static QuorumRule parse(String text) {
        MatchResult parts =
                FORM.matcher(text.strip())
                        .results()
                        .filter(found -> found.group().equals(text.strip()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "Not a fraction such as 2/3: " + text));
        return new QuorumRule(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    /** How many of so many signatories: rounded up, so that two thirds of four are three. */
    public int needed(int signatories) {
        return Math.ceilDiv(signatories * numerator, denominator);
    }
}
