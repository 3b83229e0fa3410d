package relais.portal.days;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import relais.portal.api.CommitteeApi;
import relais.portal.api.Named;
import relais.portal.api.WorkingDays.Day;
import relais.portal.api.WorkingDays.Decision;
import relais.portal.api.WorkingDays.Item;
import relais.portal.api.WorkingDays.Minutes;
import relais.portal.call.Change;
import relais.portal.call.Remote;
import relais.portal.call.Service;
import relais.portal.form.Choice;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.Typed;
import relais.portal.naming.Axes;
import relais.portal.naming.NameBook;
import relais.portal.naming.Naming;
import relais.portal.naming.Picks;
import relais.portal.page.Exchange;
import relais.portal.page.FormAction;
import relais.portal.page.FormActions;
import relais.portal.page.Words;

/** What is done to a working day: each with a form. */
@Controller
record DayForms(Remote<CommitteeApi> committee, Naming naming, Picks picks, Words words)
        implements FormActions {

    static final String DAY = "/desk/working-days/{id}";
    private static final int MOST_OTHERS = 100;

    /** A day with the names of what it mentions. */
    private record NamedDay(Day day, NameBook names) {}

    /** A day with those who are asked first whether they came. */
    private record Attended(NamedDay shown, List<Named> signatories) {}

    @Override
    public List<FormAction<?>> actions() {
        var day =
                new FormAction.Versioned<>(
                        Service.CONTRIBUTIONS, this::show, shown -> shown.day().version());
        return List.of(
                new FormAction<>(
                                "/desk/working-days/new",
                                "days/convene",
                                new FormAction.New(Service.CONTRIBUTIONS))
                        .posts("/working-days", typed -> meeting(typed))
                        .keyed()
                        .says(
                                "days.done.convened",
                                "theme",
                                written -> "/desk/working-days/" + written.id()),
                new FormAction<>(DAY, "days/day", day)
                        .posts("/working-days/{id}/agenda", typed -> item(typed))
                        .keyed()
                        .says("days.done.added", "label", DAY),
                new FormAction<>(DAY + "/agenda/{item}/removal", "days/day", day)
                        .sends((_, _) -> Change.delete("/working-days/{id}/agenda/{item}"))
                        .onAnotherPage()
                        .mends((typed, form) -> form.with(Hidden.creating(typed)))
                        .says("days.done.removed", "removed", DAY),
                new FormAction<>(DAY + "/move", "days/move", day)
                        .puts("/working-days/{id}", typed -> meeting(typed))
                        .begins((_, shown) -> typed(shown))
                        .says("days.done.moved", "", DAY),
                new FormAction<>(DAY + "/cancellation", "days/cancellation", day)
                        .posts("/working-days/{id}/cancellation", "reason")
                        .says("days.done.cancelled", "", DAY),
                minutes());
    }

    /** Publishes the minutes, whose decisions may become actions; corrects them. */
    FormAction<?> minutes() {
        return new FormAction<>(
                        DAY + "/minutes",
                        "days/minutes",
                        new FormAction.Versioned<>(
                                Service.CONTRIBUTIONS,
                                this::attended,
                                attended -> attended.shown().day().version()))
                .posts("/working-days/{id}/minutes", typed -> minutes(typed))
                .begins((_, attended) -> typed(attended))
                .mends(DecisionFields::besideTheirFields)
                .shows(
                        (exchange, attended, form) ->
                                exchange.add("axes", Axes.choices(words))
                                        .add("places", places(form))
                                        .add("became", became(attended)))
                .says("days.done.minutes", "", DAY);
    }

    private Optional<NamedDay> show(Exchange exchange) {
        String id = exchange.variable("id");
        Optional<Day> day = exchange.existing("day", committee.ask(api -> api.workingDay(id)));
        NameBook names = naming.of(day.map(DayForms::ids).orElse(List.of()));
        exchange.add("names", names);
        return day.map(found -> new NamedDay(found, names));
    }

    private Optional<Attended> attended(Exchange exchange) {
        List<Named> signatories = picks.signatories();
        var choices = signatories.stream().map(each -> new Choice(each.id(), each.name()));
        exchange.add("partners", signatories).add("signatories", choices.toList());
        return show(exchange).map(shown -> new Attended(shown, signatories));
    }

    private static List<@Nullable String> ids(Day day) {
        var ids = new ArrayList<@Nullable String>();
        ids.add(day.territory());
        for (Item item : day.agenda()) {
            ids.add(item.partner());
            ids.add(item.card());
        }
        Minutes minutes = day.minutes();
        if (minutes != null) {
            ids.addAll(minutes.attending());
            minutes.decisions().forEach(decision -> ids.add(decision.action()));
        }
        return ids;
    }

    /** When a day is convened the service knows no reason, so what is empty is not sent. */
    private Map<String, @Nullable Object> meeting(Typed typed) {
        var meeting = typed.said("date", "place", "theme", "description", "reason");
        String territory = picks.territory(typed, "territory");
        if (territory != null) {
            meeting.put("territory", territory);
        }
        return meeting;
    }

    private static Typed typed(NamedDay shown) {
        Typed typed = Typed.nothing().with(shown.day(), "date", "place", "theme", "description");
        return shown.names().fill(typed, "territory", shown.day().territory());
    }

    /** Somebody who pastes the address of a version means that version. */
    private Map<String, @Nullable Object> item(Typed typed) {
        Picks.PickedCard card = picks.card(typed, "card");
        var item = typed.body("label", "note");
        item.put("card", card == null ? null : card.id());
        item.put("cardVersion", card == null ? null : card.version());
        return item;
    }

    private Map<String, @Nullable Object> minutes(Typed typed) {
        var minutes = typed.body("text", "correction");
        var attending = new LinkedHashSet<>(typed.texts("attending"));
        attending.addAll(picks.partners(typed, "others", MOST_OTHERS));
        minutes.put("attending", List.copyOf(attending));
        minutes.put(
                "decisions",
                DecisionFields.read(
                        typed,
                        field -> picks.partner(typed, field),
                        field -> picks.territory(typed, field)));
        return minutes;
    }

    /** What is corrected begins with what was published. */
    private static Typed typed(Attended attended) {
        Minutes minutes = attended.shown().day().minutes();
        if (minutes == null) {
            return Typed.nothing();
        }
        List<String> boxes = attended.signatories().stream().map(Named::id).toList();
        List<String> others =
                minutes.attending().stream().filter(each -> !boxes.contains(each)).toList();
        Typed typed =
                attended.shown()
                        .names()
                        .fill(Typed.nothing().with(minutes, "text", "attending"), "others", others);
        for (int place = 0; place < minutes.decisions().size(); place++) {
            Decision decision = minutes.decisions().get(place);
            String prefix = "decisions[" + place + "].";
            typed = typed.with(prefix + "id", decision.id()).with(prefix + "text", decision.text());
        }
        return typed;
    }

    /** One empty place at least, for those without scripts too. */
    private static List<Integer> places(Form form) {
        Typed typed = form.typed();
        int filled = DecisionFields.count(typed);
        boolean more = typed.has("more", "yes") || typed.text("version").isEmpty();
        int offered = filled == 0 ? DecisionFields.AT_FIRST : more ? filled + 1 : filled;
        return IntStream.range(0, Math.min(offered, DecisionFields.MOST)).boxed().toList();
    }

    /** Actions by the decision that they came of: those stay as they are. */
    private static Map<String, String> became(Optional<Attended> attended) {
        var became = new HashMap<String, String>();
        attended.map(found -> found.shown().day().minutes())
                .map(Minutes::decisions)
                .orElse(List.of())
                .forEach(
                        decision -> {
                            if (decision.action() != null) {
                                became.put(decision.id(), decision.action());
                            }
                        });
        return became;
    }

    /** The form of minutes again with a place for one more decision, without scripts. */
    @PostMapping(path = DAY + "/minutes", params = "more=yes")
    String more(Exchange exchange) {
        return minutes().show(exchange);
    }
}
