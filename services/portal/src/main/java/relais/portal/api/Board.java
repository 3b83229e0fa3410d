package relais.portal.api;

import java.util.List;

/**
 * What an adoption waits for, rule by rule, in the reader's language.
 *
 * @param adoptable whether nothing stands in its way
 */
public record Board(String id, long version, String status, boolean adoptable, List<Rule> rules) {

    /**
     * What a rule found.
     *
     * @param blocking whether the adoption waits for it
     */
    public record Rule(String rule, boolean met, boolean blocking, String words) {}
}
