package relais.portal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import relais.portal.api.CommitteeApi;
import relais.portal.api.CommitteePlan;
import relais.portal.api.Listing;
import relais.portal.api.Named;
import relais.portal.form.Choice;
import relais.portal.form.Typed;
import relais.portal.naming.NameBook;
import relais.portal.naming.Picks;

/** The plan of an action between a form and the service. */
@Component
record PlanForm(CommitteeApi committee, PlanPages pages, Picks picks) {

    private static final String MOST = "100";
    private static final String WHOLE_COUNTRY = "pays:FR";

    /** One more than the service takes of partners and experiences, so that it says so itself. */
    private static final int TOO_MANY = 51;

    /** Who may be chosen to take charge, before anything is typed. */
    List<Named> leads() {
        return picks.signatories();
    }

    /**
     * What an action may work towards: what is open, and what it works towards already, which may
     * stay whatever became of it.
     *
     * @param names of the objectives it has
     */
    List<Choice> objectives(List<String> already, NameBook names) {
        var question = new LinkedMultiValueMap<String, String>();
        question.add("status", "OPEN");
        question.add("limit", MOST);
        List<CommitteePlan.Objective> open =
                pages.send(() -> committee.objectives(question))
                        .content()
                        .map(Listing::items)
                        .orElse(List.of());
        var choices = new ArrayList<Choice>();
        open.forEach(each -> choices.add(new Choice(each.id(), each.title())));
        already.stream()
                .filter(id -> open.stream().noneMatch(each -> each.id().equals(id)))
                .forEach(id -> choices.add(new Choice(id, names.of(id))));
        return choices;
    }

    CommitteePlan.Plan read(Typed typed) {
        return new CommitteePlan.Plan(
                typed.value("title"),
                typed.value("description"),
                picks.partner(typed, "lead"),
                picks.partners(typed, "partnersInvolved", TOO_MANY),
                Objects.requireNonNullElse(picks.territory(typed, "territory"), WHOLE_COUNTRY),
                typed.texts("axes"),
                typed.value("dueOn"),
                typed.texts("objectives"),
                id(picks.card(typed, "contribution")),
                lines(typed.text("experiences"))
                        .map(line -> picks.card(typed, "experiences", line).id())
                        .toList());
    }

    static Typed of(CommitteePlan.Action action, NameBook names) {
        String territory = action.territory();
        Typed typed =
                Typed.nothing()
                        .with("title", action.title())
                        .with("description", action.description())
                        .withAll("axes", action.axes())
                        .with("dueOn", action.dueOn())
                        .withAll("objectives", action.objectives());
        typed = names.fill(typed, "lead", action.lead());
        typed = names.fill(typed, "partnersInvolved", action.partnersInvolved());
        typed = names.fill(typed, "territory", territory.equals(WHOLE_COUNTRY) ? null : territory);
        typed = names.fill(typed, "contribution", action.contribution());
        return names.fill(typed, "experiences", action.experiences());
    }

    private static @Nullable String id(Picks.@Nullable PickedCard picked) {
        return picked == null ? null : picked.id();
    }

    private static Stream<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).limit(TOO_MANY);
    }
}
