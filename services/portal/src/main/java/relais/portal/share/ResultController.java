package relais.portal.share;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.Card;
import relais.portal.api.Entry;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.page.Exchange;
import relais.portal.page.PublicAddress;
import relais.portal.page.Words;

/** Any list as a table, under the same filters as its page. */
@Controller
record ResultController(Remote<FeedApi> feed, Words words, PublicAddress address) {

    /** Rows of one table: fifty questions to the feed. */
    static final int MOST = 5_000;

    private static final String PAGE = "100";

    /** Programs that open tables take a file for UTF-8 that begins so. */
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private static final int CARD_COLUMNS = 15;
    private static final int ENTRY_COLUMNS = 12;

    /** Experiences that stand, unless the address asks for another kind or status. */
    @GetMapping("/experiences.csv")
    void experiences(Exchange exchange, HttpServletResponse response) throws IOException {
        MultiValueMap<String, String> question = question(exchange);
        question.putIfAbsent("kind", List.of("EXPERIENCE"));
        question.putIfAbsent("status", List.of("PUBLISHED"));
        write(
                response,
                "experiences.csv",
                question,
                FeedApi::cards,
                ResultTable::cardTitles,
                (ResultTable table, Card card) -> table.add(card),
                CARD_COLUMNS);
    }

    @GetMapping("/feed.csv")
    void entries(Exchange exchange, HttpServletResponse response) throws IOException {
        write(
                response,
                "fil.csv",
                question(exchange),
                FeedApi::feed,
                ResultTable::entryTitles,
                (ResultTable table, Entry entry) -> table.add(entry),
                ENTRY_COLUMNS);
    }

    private static MultiValueMap<String, String> question(Exchange exchange) {
        MultiValueMap<String, String> question = exchange.parameters();
        question.remove("lang");
        question.remove("cursor");
        question.remove("sort");
        question.set("limit", PAGE);
        return question;
    }

    /** The first page is asked for before anything is sent, so that a refusal can be said. */
    private <T> void write(
            HttpServletResponse response,
            String file,
            MultiValueMap<String, String> question,
            BiFunction<FeedApi, MultiValueMap<String, String>, Listing<T>> pages,
            Consumer<ResultTable> titles,
            BiConsumer<ResultTable, T> add,
            int columns)
            throws IOException {
        Answer<Listing<T>> page = feed.ask(api -> pages.apply(api, question));
        if (!page.isOk()) {
            if (page.isUnavailable()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "30");
            }
            response.sendError(page.isUnavailable() ? 503 : page.refusal().status());
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write(BYTE_ORDER_MARK);
        var table = new ResultTable(out, words, address);
        titles.accept(table);
        int rows = 0;
        @Nullable String next = null;
        do {
            for (T item : page.value().items()) {
                add.accept(table, item);
                rows++;
            }
            next = page.value().nextCursor();
            if (next == null || rows >= MOST) {
                break;
            }
            question.set("cursor", next);
            page = feed.ask(api -> pages.apply(api, question));
            if (!page.isOk()) {
                // Nobody should take a part of a table for all of it.
                throw new IOException("The feed answers no more in the middle of a table");
            }
        } while (true);
        if (next != null) {
            table.cutOff(rows, columns);
        }
        out.flush();
    }
}
