package relais.portal.notices;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import relais.portal.api.FollowEntry.FollowedSearch;
import relais.portal.api.Listing;
import relais.portal.api.NoticesApi;
import relais.portal.api.WebhookEntry;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Changes;
import relais.portal.call.Refusal;
import relais.portal.call.Remote;
import relais.portal.call.Service;
import relais.portal.call.Written;
import relais.portal.form.Form;
import relais.portal.form.Typed;
import relais.portal.naming.Axes;
import relais.portal.naming.NameBook;
import relais.portal.naming.Naming;
import relais.portal.naming.Picks;
import relais.portal.page.Exchange;
import relais.portal.page.Words;

/** The reader's addresses for programs: public events as they happen. */
@Controller
record WebhookPages(
        Remote<NoticesApi> notices, Changes changes, Naming naming, Picks picks, Words words) {

    static final String PATH = "/webhooks";

    private static final List<String> LEVELS = List.of("ECOLE", "COLLEGE", "LYCEE", "OTHER");
    private static final List<String> KINDS =
            List.of("EXPERIENCE", "CONTRIBUTION", "OBJECTIVE", "ACTION", "WORKING_DAY", "PARTNER");

    /** An address and, in words, what is sent there. */
    record ShownWebhook(WebhookEntry webhook, String filter) {}

    @GetMapping(PATH)
    String page(Exchange exchange) {
        exchange.add("form", Form.of(Typed.nothing()));
        return show(exchange);
    }

    private String show(Exchange exchange) {
        Answer<Listing<WebhookEntry>> found = exchange.about(notices.ask(NoticesApi::webhooks));
        List<WebhookEntry> entries = found.content().map(Listing::items).orElse(List.of());
        Supplier<NameBook> names =
                naming.begin(
                        entries.stream()
                                .flatMap(
                                        each ->
                                                Stream.of(
                                                        each.filter().territory(),
                                                        each.filter().partner()))
                                .toList());
        exchange.add("webhooks", found)
                .add(
                        "shown",
                        entries.stream()
                                .map(it -> new ShownWebhook(it, filter(it.filter(), names.get())))
                                .toList())
                .add("axes", Axes.choices(words))
                .add("levels", words.choices("level", LEVELS))
                .add("kinds", words.choices("kind", KINDS));
        return "notices/webhooks";
    }

    private String filter(FollowedSearch filter, NameBook names) {
        String said =
                filter.criteria().stream()
                        .map(
                                each ->
                                        switch (each.name()) {
                                            case "territory", "partner" -> names.of(each.value());
                                            case "axis", "level", "kind" ->
                                                    words.code(each.name(), each.value());
                                            default -> each.value();
                                        })
                        .collect(Collectors.joining(", "));
        return said.isEmpty() ? words.message("webhooks.everything") : said;
    }

    @PostMapping(PATH)
    String change(Exchange exchange) {
        Typed typed = exchange.typed();
        return switch (typed.text("do")) {
            case "delete" ->
                    changed(
                            exchange,
                            typed,
                            "deleted",
                            Change.delete("/webhooks/{id}").with("id", typed.text("id")));
            case "replay" -> {
                Map<String, @Nullable Object> body = new LinkedHashMap<>();
                String position = typed.value("position");
                body.put("position", position);
                body.put("from", position == null ? beginningOf(typed.text("from")) : null);
                yield changed(
                        exchange,
                        typed,
                        "replayed",
                        Change.post("/webhooks/{id}/replay", body).with("id", typed.text("id")));
            }
            default -> create(exchange, typed);
        };
    }

    /** The page that tells the secret: no other does. */
    private String create(Exchange exchange, Typed typed) {
        Map<String, @Nullable Object> filter = typed.said("axis", "level", "kind", "tag", "q");
        String territory = picks.territory(typed, "territory");
        if (territory != null) {
            filter.put("territory", territory);
        }
        Map<String, @Nullable Object> body = typed.said("url", "name");
        body.put("filter", filter);
        Answer<WebhookEntry> made = notices.ask(api -> api.createWebhook(body));
        if (made.isOk()) {
            exchange.add("made", made.value()).add("form", Form.of(Typed.nothing()));
            return show(exchange);
        }
        String page = show(exchange);
        exchange.show(Form.after(typed, made).with(WebhookPages::ofTheForm));
        return page;
    }

    private static Refusal.Violation ofTheForm(Refusal.Violation violation) {
        return violation.of(violation.field().replaceFirst("^filter\\.", ""));
    }

    private String changed(Exchange exchange, Typed typed, String done, Change change) {
        Answer<Written> answer = changes.send(Service.NOTICES, change, Map.of(), null, null);
        if (answer.isOk()) {
            exchange.flash().addFlashAttribute("done", done);
            return "redirect:" + PATH;
        }
        String page = show(exchange);
        exchange.show(Form.after(typed, answer));
        return page;
    }

    /** The first instant of a day in Paris; null if it is none. */
    private static @Nullable String beginningOf(String day) {
        try {
            return LocalDate.parse(day).atStartOfDay(Words.PARIS).toInstant().toString();
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
