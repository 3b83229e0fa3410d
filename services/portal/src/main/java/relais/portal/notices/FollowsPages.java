package relais.portal.notices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;
import relais.portal.account.Paths;
import relais.portal.api.DigestSettings;
import relais.portal.api.FollowEntry;
import relais.portal.api.Listing;
import relais.portal.api.NoticesApi;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Changes;
import relais.portal.call.Pending;
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

/** What the reader follows, where digests go, and the button with which a page is followed. */
@Controller
record FollowsPages(
        Remote<NoticesApi> notices, Changes changes, Naming naming, Picks picks, Words words) {

    static final String PATH = "/suivis";

    private static final List<String> CRITERIA =
            List.of("territory", "axis", "level", "kind", "partner", "tag", "q");

    /**
     * Something followed, in words.
     *
     * @param path where it is read; null if it has no page
     * @param criteria of a search, by their names
     * @param given the name that its follower gave a search
     * @param narrowed the criteria of a search in words, where it has another name
     */
    record FollowedThing(
            String id,
            String kind,
            String name,
            @Nullable String path,
            Map<String, String> criteria,
            @Nullable String given,
            @Nullable String narrowed) {}

    @GetMapping(PATH)
    String page(Exchange exchange) {
        return show(exchange, null);
    }

    /** The page with a form that was not accepted; null for those as they begin. */
    private String show(Exchange exchange, @Nullable Form refused) {
        Pending<Listing<FollowEntry>> asked = notices.start(NoticesApi::follows);
        Pending<DigestSettings> chosen = notices.start(NoticesApi::me);
        Answer<Listing<FollowEntry>> follows = exchange.about(asked.answer());
        Answer<DigestSettings> settings = chosen.answer();
        List<FollowEntry> entries = follows.content().map(Listing::items).orElse(List.of());
        Supplier<NameBook> names =
                naming.begin(entries.stream().flatMap(FollowsPages::named).toList());
        exchange.add("follows", follows)
                .add("followed", entries.stream().map(it -> thing(it, names.get())).toList())
                .add("settings", settings)
                .add("axes", Axes.choices(words))
                .add("frequencies", words.choices("digest", List.of("NEVER", "DAILY", "WEEKLY")))
                .add("languages", words.choices("digest-language", List.of("fr", "en")));
        if (refused != null) {
            exchange.show(refused);
        } else {
            exchange.add("form", Form.of(begun(settings)));
        }
        return "notices/follows";
    }

    private static Typed begun(Answer<DigestSettings> settings) {
        return settings.content()
                .map(
                        it ->
                                Typed.nothing()
                                        .with("digest", it.digest())
                                        .with("address", it.address())
                                        .with("language", it.language()))
                .orElse(Typed.nothing());
    }

    private static Stream<@Nullable String> named(FollowEntry entry) {
        FollowEntry.FollowedSearch search = entry.search();
        return switch (entry.kind()) {
            case "TERRITORY", "PARTNER", "CARD" -> Stream.of(entry.value());
            case "SEARCH" ->
                    search == null ? Stream.of() : Stream.of(search.territory(), search.partner());
            default -> Stream.of();
        };
    }

    private FollowedThing thing(FollowEntry entry, NameBook names) {
        String value = entry.value();
        return switch (entry.kind()) {
            case "TERRITORY" -> thing(entry, names.of(value), "/territoires/" + value);
            case "PARTNER" -> thing(entry, names.of(value), "/partenaires/" + value);
            case "CARD" -> thing(entry, names.of(value), "/cards/" + value);
            case "AXIS" -> thing(entry, words.code("axis", value), "/axes/" + value);
            case "TAG" -> thing(entry, value, link(Map.of("tag", value)));
            default -> search(entry, names);
        };
    }

    private static FollowedThing thing(FollowEntry entry, String name, String path) {
        return new FollowedThing(entry.id(), entry.kind(), name, path, Map.of(), null, null);
    }

    private FollowedThing search(FollowEntry entry, NameBook names) {
        FollowEntry.FollowedSearch search = entry.search();
        if (search == null) {
            return new FollowedThing(
                    entry.id(), entry.kind(), entry.value(), null, Map.of(), null, null);
        }
        Map<String, String> criteria = new LinkedHashMap<>();
        List<String> said = new ArrayList<>();
        search.criteria()
                .forEach(
                        each -> {
                            criteria.put(each.name(), each.value());
                            said.add(
                                    switch (each.name()) {
                                        case "territory", "partner" -> names.of(each.value());
                                        case "axis", "level", "kind" ->
                                                words.code(each.name(), each.value());
                                        default -> each.value();
                                    });
                        });
        String narrowed = String.join(", ", said);
        String given = entry.name();
        return new FollowedThing(
                entry.id(),
                entry.kind(),
                given == null ? narrowed : given,
                link(criteria),
                criteria,
                given,
                given == null ? null : narrowed);
    }

    /** The address of the news under these filters. */
    private static String link(Map<String, String> criteria) {
        var address = UriComponentsBuilder.fromPath("/actualite");
        criteria.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(criteria).toUriString();
    }

    @PostMapping(PATH)
    String change(Exchange exchange) {
        Typed typed = exchange.typed();
        return switch (typed.text("do")) {
            case "follow" -> follow(exchange, typed, "followed");
            case "rename" -> follow(exchange, typed, "renamed");
            case "unfollow" ->
                    changed(
                            exchange,
                            typed,
                            "unfollowed",
                            send(Change.delete("/follows/{id}").with("id", typed.text("id"))));
            case "ask-again" ->
                    changed(
                            exchange,
                            typed,
                            "another-mail",
                            send(Change.post("/me/confirmation", Map.of())));
            case "forget" -> changed(exchange, typed, "forgotten", send(Change.delete("/me")));
            default -> {
                var chosen = typed.body("digest", "address", "language");
                yield changed(exchange, typed, "chosen", notices.ask(api -> api.choose(chosen)));
            }
        };
    }

    private Answer<Written> send(Change change) {
        return changes.send(Service.NOTICES, change, Map.of(), null, null);
    }

    private String follow(Exchange exchange, Typed typed, String done) {
        String kind = typed.text("kind");
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        if (kind.equals("SEARCH")) {
            Map<String, @Nullable Object> search = new LinkedHashMap<>();
            CRITERIA.forEach(name -> search.put(name, typed.value("search." + name)));
            search.values().removeIf(Objects::isNull);
            body.put("search", search);
            String name = typed.value("name");
            // Only who renames takes a name away by leaving it empty.
            body.put("name", name == null && done.equals("renamed") ? "" : name);
        } else if (kind.equals("TERRITORY")) {
            body.put("value", picks.territory(typed, "value"));
        } else {
            body.put("value", typed.value("value"));
        }
        return changed(exchange, typed, done, notices.ask(api -> api.follow(body)));
    }

    private String changed(Exchange exchange, Typed typed, String done, Answer<?> answer) {
        if (!answer.isOk()) {
            return show(exchange, Form.after(typed, answer));
        }
        exchange.flash().addFlashAttribute("done", done);
        String back = typed.value("back");
        return "redirect:" + (back == null ? PATH : Paths.local(back));
    }

    /** Whether a page is followed, for the script that fills its button. */
    @GetMapping(PATH + "/bouton")
    String button(Exchange exchange) {
        String kind = Objects.requireNonNullElse(exchange.parameter("kind"), "");
        String value = Objects.requireNonNullElse(exchange.parameter("value"), "");
        Answer<Listing<FollowEntry>> follows = notices.askBeside(NoticesApi::follows);
        FollowEntry known =
                follows.content().map(Listing::items).orElse(List.of()).stream()
                        .filter(each -> each.kind().equals(kind) && each.value().equals(value))
                        .findFirst()
                        .orElse(null);
        exchange.add("kind", kind)
                .add("value", value)
                .add("back", Paths.local(exchange.parameter("back")))
                .add("known", known)
                .add("away", !follows.isOk())
                .response()
                .setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return "notices/parts :: state";
    }
}
