package relais.portal.naming;

import java.util.List;
import relais.portal.form.Choice;
import relais.portal.page.Words;

/** The six working axes of the charter of 1 October 2015, in its order. */
public final class Axes {

    public static final List<String> ALL =
            List.of("USES", "GOVERNANCE", "SUPPORT", "FRAMEWORKS", "INFRASTRUCTURE", "INDUSTRY");

    private Axes() {}

    public static List<Choice> choices(Words words) {
        return ALL.stream().map(axis -> new Choice(axis, words.code("axis", axis))).toList();
    }
}
