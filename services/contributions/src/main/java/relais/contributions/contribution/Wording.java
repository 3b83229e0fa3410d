package relais.contributions.contribution;

import relais.aggregates.TextRule;

/**
 * What a section says.
 *
 * @param heading one line
 * @param body Markdown; may be empty
 */
record Wording(String heading, String body) {

    /** In code points. */
    int length() {
        return TextRule.length(heading) + TextRule.length(body);
    }
}
