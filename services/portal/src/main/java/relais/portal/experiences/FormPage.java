package relais.portal.experiences;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;
import relais.portal.experiences.Surroundings.Around;
import relais.portal.form.Choice;
import relais.portal.form.Form;
import relais.portal.form.Typed;
import relais.portal.page.Words;

/** The page with the form of a card, whatever it is filled in for. */
@Component
record FormPage(Surroundings surroundings, Words words, MessageSource messages) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(Words.PARIS);
    private static final String VIEW = "experiences/form";
    private static final List<String> AXES =
            List.of("USES", "GOVERNANCE", "SUPPORT", "FRAMEWORKS", "INFRASTRUCTURE", "INDUSTRY");
    private static final List<String> RESULTS = List.of("MEASURED", "EXPECTED");
    private static final List<String> AUDIENCES = List.of("COMMITTEE", "PARTNERS");
    private static final int UNPROCESSABLE = 422;
    private static final String TERRITORY = "territory";
    private static final String AUDIENCE = "contact.visibleTo";

    /** Shows the form with what became of it. */
    String show(
            Writing writing, Form form, String partner, Model model, HttpServletResponse response) {
        Answer<Around> around = surroundings.of(partner);
        Typed typed = form.typed();
        // Most of what a partner posts happens in its own territory.
        if (typed.value(TERRITORY) == null && around.isOk()) {
            typed = typed.with(TERRITORY, around.value().territory().id());
        }
        if (typed.value(AUDIENCE) == null) {
            typed = typed.with(AUDIENCE, "COMMITTEE");
        }
        response.setStatus(form.status());
        model.addAttribute("writing", writing);
        model.addAttribute("form", new Form(typed, form.refusal(), form.away(), form.kept()));
        model.addAttribute("around", around);
        model.addAttribute("places", places(around, typed));
        model.addAttribute("levels", levels(around));
        model.addAttribute("competent", competent(around, typed));
        model.addAttribute("axes", choices("axis", AXES));
        model.addAttribute("resultKinds", choices("result-kind", RESULTS));
        model.addAttribute("audiences", choices("contact", AUDIENCES));
        return VIEW;
    }

    /** The form with a number in it that no service can read. */
    Form unreadable(Typed typed, List<String> fields) {
        return Form.after(typed, new Answer.Refused<>(refusal(fields)));
    }

    /** « 14:32 », in Paris. */
    String time(Instant instant) {
        return TIME.format(instant);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private Refusal refusal(List<String> fields) {
        String message = say("experiences.not-a-number");
        return new Refusal(
                UNPROCESSABLE,
                null,
                null,
                fields.stream()
                        .map(field -> new Refusal.Violation(field, "not-a-number", message))
                        .toList(),
                null,
                null);
    }

    /** The partner's own territory, and another one that was chosen. */
    private List<Choice> places(Answer<Around> around, Typed typed) {
        var places = new ArrayList<Choice>();
        String chosen = typed.value(TERRITORY);
        String own = around.content().map(known -> known.territory().id()).orElse("");
        around.content()
                .ifPresent(
                        known ->
                                places.add(
                                        new Choice(
                                                own,
                                                known.territory().name()
                                                        + " ("
                                                        + words.code(
                                                                "scheme",
                                                                known.territory().scheme())
                                                        + ")")));
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

    private List<Choice> choices(String group, List<String> codes) {
        return codes.stream().map(code -> new Choice(code, words.code(group, code))).toList();
    }
}
