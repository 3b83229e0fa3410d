package relais.portal.review;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.api.Card;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.call.Status;
import relais.portal.naming.NameBook;
import relais.portal.naming.Naming;

/** What waits for review, who has waited longest first; and what was published. */
@Controller
record ReviewQueueController(
        Remote<ExperiencesApi> experiences, Remote<FeedApi> feed, Naming naming, Clock clock) {

    private static final String PAGE_SIZE = "20";

    /** One experience of the queue. */
    public record Queued(
            WrittenExperience experience,
            String partner,
            String territory,
            Waiting waiting,
            boolean again) {}

    @GetMapping("/desk/review")
    String queue(
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            HttpServletResponse response) {
        var question =
                Questions.of(
                        "scope",
                        "review",
                        "status",
                        "SUBMITTED",
                        "limit",
                        PAGE_SIZE,
                        "cursor",
                        cursor);
        Answer<Listing<WrittenExperience>> found =
                experiences.ask(api -> api.experiences(question));
        Status.set(found, response);
        model.addAttribute("queue", found.map(listing -> queued(listing.items())));
        model.addAttribute("next", found.content().map(Listing::nextCursor).orElse(null));
        model.addAttribute("further", cursor != null);
        return "review/queue";
    }

    /** Where the committee finds what it may put forward or hide. */
    @GetMapping("/desk/review/published")
    String published(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            HttpServletResponse response) {
        var question =
                Questions.of("kind", "EXPERIENCE", "status", "PUBLISHED", "limit", PAGE_SIZE);
        if (q != null && !q.isBlank()) {
            question.add("q", q.strip());
        }
        if (cursor != null) {
            question.add("cursor", cursor);
        }
        Answer<Listing<Card>> found = feed.ask(api -> api.cards(question));
        Status.set(found, response);
        model.addAttribute("q", q == null ? "" : q);
        model.addAttribute("found", found);
        model.addAttribute("next", found.content().map(Listing::nextCursor).orElse(null));
        return "review/published";
    }

    private List<Queued> queued(List<WrittenExperience> found) {
        var ids = new ArrayList<@Nullable String>();
        found.forEach(
                each -> {
                    ids.add(each.partner());
                    ids.add(each.territory());
                });
        NameBook names = naming.of(ids);
        Instant now = clock.instant();
        return found.stream()
                .map(
                        each ->
                                new Queued(
                                        each,
                                        names.of(each.partner()),
                                        names.of(each.territory()),
                                        Waiting.of(each.updatedAt(), now),
                                        each.isAgain()))
                .toList();
    }
}
