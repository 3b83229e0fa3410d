package relais.portal.experiences;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import relais.portal.api.ExperienceContent;
import relais.portal.api.ExperienceText;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;
import relais.portal.experiences.Surroundings.Around;
import relais.portal.form.Choice;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.Typed;
import relais.portal.naming.Axes;
import relais.portal.page.Exchange;
import relais.portal.page.Words;

/** The page with the form of a card, whatever it is filled in for. */
@Component
record FormPage(Surroundings surroundings, Words words, MessageSource messages) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(Words.PARIS);
    static final String MISSING = "experiences/missing";
    private static final int STALE = 412;
    static final List<String> RESULTS = List.of("MEASURED", "EXPECTED");
    private static final List<String> AUDIENCES = List.of("COMMITTEE", "PARTNERS");
    private static final String TERRITORY = "territory";
    private static final String AUDIENCE = "contact.visibleTo";

    String show(Exchange exchange, Writing writing, Form form) {
        Answer<Around> around = surroundings.of(exchange.member());
        Typed typed = form.typed();
        // Most of what a partner posts happens in its own territory.
        if (typed.value(TERRITORY) == null && around.isOk()) {
            typed = typed.with(TERRITORY, around.value().territory().id());
        }
        if (typed.value(AUDIENCE) == null) {
            typed = typed.with(AUDIENCE, "COMMITTEE");
        }
        exchange.show(form.with(typed));
        exchange.add("writing", writing)
                .add("around", around)
                .add("places", places(around, typed))
                .add("levels", levels(around))
                .add("competent", competent(around, typed))
                .add("examples", true)
                .add("advice", ExperienceContent.ADVICE)
                .add("files", CardFields.read(typed).text().content())
                .add("fileLicences", words.choices("file-licence", FormFiles.LICENCES))
                .add("axes", Axes.choices(words))
                .add("resultKinds", words.choices("result-kind", RESULTS))
                .add("audiences", words.choices("contact", AUDIENCES));
        return "experiences/form";
    }

    String found(Exchange exchange, Writing writing, Typed typed) {
        exchange.add("found", surroundings.findFor(exchange.member(), typed.text("place")));
        return show(exchange, writing, Form.of(typed));
    }

    /** The page of something that its service did not give. */
    static String missing(Exchange exchange, Answer<?> answer) {
        exchange.existing("answer", answer);
        return MISSING;
    }

    static Typed typed(WrittenExperience written) {
        ExperienceText text = written.text();
        return Hidden.seeing(
                text == null ? Typed.nothing() : CardFields.typed(text), written.version());
    }

    static boolean isStale(Answer<?> answer) {
        return answer.isRefused() && answer.refusal().status() == STALE;
    }

    /** After somebody else's edit: the same words, upon the version that is there now. */
    static Form upon(Exchange exchange, Form form, Optional<WrittenExperience> now, String page) {
        if (form.refusal() == null || form.refusal().status() != STALE) {
            return form;
        }
        exchange.add("conflict", page);
        return now.map(it -> form.with(Hidden.seeing(form.typed(), it.version()))).orElse(form);
    }

    /** The form with a number in it that no service can read. */
    Form unreadable(Typed typed, List<String> fields) {
        String message = say("experiences.not-a-number");
        return Form.after(
                typed,
                new Answer.Refused<>(
                        Refusal.of(
                                fields.stream()
                                        .map(
                                                field ->
                                                        new Refusal.Violation(
                                                                field, "not-a-number", message))
                                        .toList())));
    }

    /** « 14:32 », in Paris. */
    String time(Instant instant) {
        return TIME.format(instant);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** The partner's own territory, and another one that was chosen. */
    private List<Choice> places(Answer<Around> around, Typed typed) {
        var places = new ArrayList<Choice>();
        String chosen = typed.value(TERRITORY);
        String own = around.content().map(known -> known.territory().id()).orElse("");
        around.content().ifPresent(known -> places.add(surroundings.choice(known.territory())));
        if (chosen != null && !chosen.equals(own)) {
            places.add(around.isOk() ? surroundings.named(chosen) : new Choice(chosen, chosen));
        }
        return List.copyOf(places);
    }

    /** Each with what the partner's competence makes of it. */
    private List<Choice> levels(Answer<Around> around) {
        String kind = around.content().map(known -> known.partner().kind()).orElse(null);
        return Competence.levels().stream()
                .map(level -> new Choice(level, level(level, kind)))
                .toList();
    }

    private String level(String level, @Nullable String kind) {
        String name = words.code("level", level);
        if (kind == null) {
            return name;
        }
        String note =
                level.equals(Competence.OTHER)
                        ? "experiences.level.open"
                        : Competence.needsAnother(kind, level)
                                ? "experiences.level.with-another"
                                : "experiences.level.own";
        return say(note, name);
    }

    private List<Choice> competent(Answer<Around> around, Typed typed) {
        var competent = new ArrayList<>(around.content().map(Around::competent).orElse(List.of()));
        String chosen = typed.value("competentPartner");
        if (chosen != null && competent.stream().noneMatch(each -> each.value().equals(chosen))) {
            competent.add(new Choice(chosen, chosen));
        }
        return List.copyOf(competent);
    }
}
