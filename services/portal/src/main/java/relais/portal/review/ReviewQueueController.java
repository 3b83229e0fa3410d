package relais.portal.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.account.Capacity;
import relais.portal.api.Card;
import relais.portal.api.ExperiencesApi;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Questions;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.naming.NameBook;
import relais.portal.naming.Naming;
import relais.portal.page.Exchange;
import relais.portal.page.ToDo;
import relais.portal.page.ToDos;

/** What waits for review, who has waited longest first; and what was published. */
@Controller
record ReviewQueueController(
        Remote<ExperiencesApi> experiences, Remote<FeedApi> feed, Naming naming, Clock clock) {

    public record Queued(
            WrittenExperience experience,
            String partner,
            String territory,
            Waiting waiting,
            boolean again) {}

    @GetMapping("/desk/review")
    String queue(Exchange exchange) {
        String cursor = exchange.request().getParameter("cursor");
        var question =
                Questions.of(
                        "scope", "review", "status", "SUBMITTED", "limit", 20, "cursor", cursor);
        Answer<Listing<WrittenExperience>> found =
                exchange.about(experiences.ask(api -> api.experiences(question)));
        exchange.add("queue", found.map(listing -> queued(listing.items())))
                .add("next", found.content().map(Listing::nextCursor).orElse(null))
                .add("further", cursor != null);
        return "review/queue";
    }

    /** Where the committee finds what it may put forward or hide. */
    @GetMapping("/desk/review/published")
    String published(@RequestParam(defaultValue = "") String q, Exchange exchange) {
        var question = Questions.of("kind", "EXPERIENCE", "status", "PUBLISHED", "limit", 20);
        String cursor = exchange.request().getParameter("cursor");
        question.addAll(Questions.of("q", q.isBlank() ? null : q.strip(), "cursor", cursor));
        Answer<Listing<Card>> found = exchange.about(feed.ask(api -> api.cards(question)));
        exchange.add("q", q)
                .add("found", found)
                .add("next", found.content().map(Listing::nextCursor).orElse(null));
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

    @Bean
    @Order(10)
    ToDos reviewWaiting() {
        return new ToDos(
                "review",
                Set.of(Capacity.COMMITTEE, Capacity.SIGNATORY, Capacity.ACADEMIE),
                (_, _) -> experiences.start(this::find));
    }

    private ToDos.Page find(ExperiencesApi api) {
        var question = Questions.of("scope", "review", "status", "SUBMITTED", "limit", ToDos.MOST);
        Instant now = clock.instant();
        return ToDos.Page.of(api.experiences(question), each -> toDo(each, now));
    }

    private static ToDo toDo(WrittenExperience experience, Instant now) {
        String title = experience.title();
        return new ToDo(
                experience.isAgain() ? "review-again" : "review",
                title.isEmpty() ? experience.id() : title,
                "/desk/review/" + experience.id(),
                Waiting.of(experience.updatedAt(), now).isLate());
    }
}
