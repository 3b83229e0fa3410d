package relais.portal.home;

import java.util.List;

/**
 * The values of one filter, the most frequent first.
 *
 * @param name of the filter
 */
public record OptionGroup(String name, List<Option> options) {

    public OptionGroup {
        options = List.copyOf(options);
    }
}
