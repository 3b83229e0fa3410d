package relais.portal.contributions;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.portal.form.Choice;
import relais.portal.page.Words;

/** What there is to choose from, in words. */
@Component("contributionChoices")
record Choices(Words words) {

    static final List<String> KINDS = List.of("OPINION", "FRAMEWORK", "PROPOSAL");
    static final List<String> AXES =
            List.of("USES", "GOVERNANCE", "SUPPORT", "FRAMEWORKS", "INFRASTRUCTURE", "INDUSTRY");
    static final List<String> POSITIONS =
            List.of("CONSENT", "RESERVATION", "OBJECTION", "ABSTENTION");

    List<Choice> of(String group, List<String> codes) {
        return codes.stream().map(code -> new Choice(code, words.code(group, code))).toList();
    }
}
