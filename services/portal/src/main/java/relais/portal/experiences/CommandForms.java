package relais.portal.experiences;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import relais.portal.api.ExperienceContent;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Service;
import relais.portal.call.Written;
import relais.portal.form.Choice;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.Typed;
import relais.portal.page.Exchange;
import relais.portal.page.FormAction;
import relais.portal.page.FormActions;
import relais.portal.page.Words;

/** What a partner does to an experience, its own or another: each with a small form. */
@Component
record CommandForms(OwnExperiences own, Words words, Clock clock) implements FormActions {

    private static final String EXPERIENCE = "/experiences/{id}/";
    private static final ExperienceContent.Results NO_RESULTS =
            new ExperienceContent.Results(null, null);

    @Override
    public List<FormAction<?>> actions() {
        return List.of(
                command("confirmation", (_, typed) -> said("confirmation", typed, "confirmedOn")),
                command("withdrawal", (_, typed) -> said("withdrawal", typed, "reason")),
                command("retraction", (_, typed) -> said("retraction", typed, "reason"))
                        .then((exchange, _, _) -> done(exchange, "retraction")),
                command("endorsement", (_, typed) -> said("endorsements", typed, "comment")),
                command("adoption", (_, typed) -> said("adoptions", typed, "plan", "adoptedOn"))
                        .keyed(),
                ofAnAdoption(
                        "report",
                        (_, typed) -> {
                            var report = typed.said("note", "reportedOn", "ownExperience");
                            report.put(
                                    "results",
                                    Objects.requireNonNullElse(
                                            CardFields.results(typed), NO_RESULTS));
                            return Change.put(EXPERIENCE + "adoptions/{adoption}", report);
                        }),
                ofAnAdoption(
                        "end",
                        (_, typed) ->
                                said("adoptions/{adoption}/end", typed, "reason", "endedOn")));
    }

    private static Change said(String path, Typed typed, String... fields) {
        return Change.post(EXPERIENCE + path, typed.said(fields));
    }

    private FormAction<WrittenExperience> command(
            String name, BiFunction<Exchange, Typed, Change> change) {
        return new FormAction<>(
                        Writing.DESK + "/{id:x-.+}/" + name, "experiences/deed", new Subject(own))
                .sends(change)
                .unless(
                        (_, found) ->
                                found.isPresent()
                                        ? Optional.empty()
                                        : Optional.of(FormPage.MISSING))
                .begins(this::begin)
                .shows((exchange, found, _) -> show(exchange, name, found))
                .then(
                        (exchange, _, written) -> {
                            exchange.flash().addFlashAttribute("doneVersion", written.version());
                            return done(exchange, name);
                        });
    }

    /** What is done to an adoption that is under way: a card without one is only to be read. */
    private FormAction<WrittenExperience> ofAnAdoption(
            String name, BiFunction<Exchange, Typed, Change> change) {
        return command(
                        name,
                        (exchange, typed) ->
                                change.apply(exchange, typed)
                                        .with("adoption", typed.text("adoption")))
                .unless(
                        (exchange, found) ->
                                found.isEmpty()
                                        ? Optional.of(FormPage.MISSING)
                                        : found.get()
                                                        .ongoingAdoptionOf(exchange.member())
                                                        .isPresent()
                                                ? Optional.empty()
                                                : Optional.of("redirect:/cards/{id}"));
    }

    private static String done(Exchange exchange, String name) {
        exchange.flash().addFlashAttribute("doneCard", exchange.variable("id"));
        return exchange.done(name, Writing.DESK);
    }

    /** Today is what most people mean, and they see that it can be another day. */
    private Typed begin(Exchange exchange, WrittenExperience experience) {
        Typed typed =
                Hidden.seeing(Hidden.creating(Typed.nothing()), experience.version())
                        .with(
                                "adoption",
                                experience
                                        .ongoingAdoptionOf(exchange.member())
                                        .map(WrittenExperience.Adoption::id)
                                        .orElse(null));
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.PARIS);
        for (String day : List.of("confirmedOn", "adoptedOn", "reportedOn", "endedOn")) {
            typed = typed.with(day, today);
        }
        return typed;
    }

    private void show(Exchange exchange, String name, Optional<WrittenExperience> found) {
        String id = exchange.variable("id");
        exchange.add("deed", name)
                .add("address", Writing.DESK + "/" + id + "/" + name)
                .add("card", "/cards/" + id)
                .add("about", found.map(WrittenExperience::title).orElse(""))
                .add("resultKinds", words.choices("result-kind", FormPage.RESULTS))
                .add("ownCards", name.equals("report") ? ownCards(id) : List.of());
    }

    /** What its partner has published, of which one may have come of the adoption. */
    private List<Choice> ownCards(String but) {
        return own.in("PUBLISHED").answer().content().orElse(List.of()).stream()
                .filter(each -> !each.id().equals(but))
                .map(each -> new Choice(each.id(), each.title()))
                .toList();
    }

    /** An experience of any partner. */
    private record Subject(OwnExperiences own) implements FormAction.Subject<WrittenExperience> {

        @Override
        public Service service() {
            return Service.EXPERIENCES;
        }

        @Override
        public Optional<WrittenExperience> show(Exchange exchange) {
            exchange.member();
            Answer<WrittenExperience> found = own.find(exchange.variable("id"));
            return exchange.request().getMethod().equals("GET")
                    ? exchange.existing("answer", found)
                    : found.content();
        }

        @Override
        public Form refused(
                Exchange exchange,
                Typed typed,
                Answer<Written> answer,
                Optional<WrittenExperience> now) {
            return FormPage.upon(
                    exchange, Form.after(typed, answer), now, "/cards/" + exchange.variable("id"));
        }
    }
}
