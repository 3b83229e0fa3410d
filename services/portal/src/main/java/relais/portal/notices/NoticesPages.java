package relais.portal.notices;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;
import relais.portal.api.Listing;
import relais.portal.api.NoticeEntry;
import relais.portal.api.NoticesApi;
import relais.portal.api.Questions;
import relais.portal.api.UnreadCount;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Changes;
import relais.portal.call.Remote;
import relais.portal.call.Service;
import relais.portal.call.Written;
import relais.portal.page.Exchange;

/** What the reader is told, card by card, and how much of it is unread. */
@Controller
record NoticesPages(Remote<NoticesApi> notices, Changes changes) {

    static final String PATH = "/avis";

    private static final String PAGE_SIZE = "50";
    private static final String SINCE = "depuis";
    private static final String LAST_VISIT = "visite";

    /**
     * All that happened to one card.
     *
     * @param title null if the card is not public any more
     */
    record NoticedCard(
            String id, @Nullable String title, List<NoticeEntry> notices, boolean unread) {

        /** Where its reader goes on: to mend what was returned last, else to the card. */
        public String path() {
            return notices.getFirst().reason().equals("RETURNED")
                    ? "/desk/experiences/" + id + "/edit"
                    : "/cards/" + id;
        }
    }

    @GetMapping(PATH)
    String list(Exchange exchange) {
        boolean sinceVisit = LAST_VISIT.equals(exchange.parameter(SINCE));
        var question =
                Questions.of(
                        "limit",
                        PAGE_SIZE,
                        "cursor",
                        exchange.parameter("cursor"),
                        "since",
                        sinceVisit ? "last-visit" : null);
        Answer<Listing<NoticeEntry>> found =
                exchange.about(notices.ask(api -> api.notices(question)));
        exchange.add("notices", found)
                .add(
                        "cards",
                        found.content()
                                .map(Listing::items)
                                .map(NoticesPages::byCard)
                                .orElse(List.of()))
                .add(
                        "unread",
                        found.content().map(Listing::items).orElse(List.of()).stream()
                                .anyMatch(NoticeEntry::unread))
                .add(
                        "upTo",
                        found.content()
                                .map(Listing::items)
                                .filter(items -> !items.isEmpty())
                                .map(items -> items.getFirst().at())
                                .orElse(null))
                .add("sinceVisit", sinceVisit)
                .add("further", exchange.parameter("cursor") != null)
                .addNext(
                        found,
                        cursor ->
                                UriComponentsBuilder.fromPath(PATH)
                                        .queryParam("cursor", cursor)
                                        .queryParamIfPresent(
                                                SINCE,
                                                Optional.ofNullable(exchange.parameter(SINCE)))
                                        .build()
                                        .toUriString());
        return "notices/notices";
    }

    private static List<NoticedCard> byCard(List<NoticeEntry> entries) {
        Map<String, List<NoticeEntry>> cards = new LinkedHashMap<>();
        entries.forEach(
                each -> cards.computeIfAbsent(each.card(), _ -> new ArrayList<>()).add(each));
        return cards.entrySet().stream()
                .map(
                        each ->
                                new NoticedCard(
                                        each.getKey(),
                                        each.getValue().getFirst().title(),
                                        each.getValue(),
                                        each.getValue().stream().anyMatch(NoticeEntry::unread)))
                .toList();
    }

    /** Everything that was on the page is read; what came since is not. */
    @PostMapping(PATH)
    String read(Exchange exchange) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("upTo", instant(exchange.typed().text("upTo")));
        Answer<Written> answer =
                changes.send(
                        Service.NOTICES, Change.post("/notices/read", body), Map.of(), null, null);
        exchange.flash().addFlashAttribute("done", answer.isOk() ? "read" : "away");
        return "redirect:" + PATH;
    }

    private static @Nullable String instant(String typed) {
        try {
            return Instant.parse(typed).toString();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** The number beside the bell, for the frame of a page: once, and when a stream says so. */
    @GetMapping(PATH + "/compte")
    String count(Exchange exchange) {
        Answer<UnreadCount> count = notices.askBeside(NoticesApi::count);
        exchange.add("unreadCount", count.content().orElse(null))
                .response()
                .setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return "notices/parts :: count";
    }
}
