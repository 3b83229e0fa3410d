package relais.portal.api;

import java.util.List;

/** What an adoption waits for, rule by rule, in the reader's language. */
public record Board(String id, long version, String status, boolean adoptable, List<Rule> rules) {

    public record Rule(String rule, boolean met, boolean blocking, String words) {}
}
