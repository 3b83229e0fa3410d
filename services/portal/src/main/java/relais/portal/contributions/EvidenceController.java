package relais.portal.contributions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.account.Person;
import relais.portal.api.Card;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionChange;
import relais.portal.api.ContributionsApi;
import relais.portal.api.Diff;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;
import relais.portal.form.Choice;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;
import relais.portal.page.NotFound;
import relais.portal.page.Words;

/** Finds experiences in the feed and pins them to a text, each at a version. */
@Controller
record EvidenceController(ContributionsApi contributions, FeedApi feed, ContributionPages pages, KeptForms forms, Calls calls, Words words) {

    private static final String SEARCH = ContributionPages.PATH + "/{id}/evidence";
    private static final String ADDRESS = SEARCH + "/{experience}";
    private static final String FOUND = "10";
    private static final String VERSIONS = "50";
    private static final int LONGEST = 200;
    private static final String SECTION = "section";

    @GetMapping(SEARCH)
    String search(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String section,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        String asked = q.strip().substring(0, Math.min(q.strip().length(), LONGEST));
        Pending<Listing<Card>> found = find(asked, cursor);
        pages.show(id, Person.of(authentication), model, response);
        model.addAttribute("q", asked);
        model.addAttribute(SECTION, section);
        model.addAttribute("found", found.answer());
        return "contributions/search";
    }

    @GetMapping(ADDRESS)
    String choose(
            @PathVariable String id,
            @PathVariable String experience,
            @RequestParam(required = false) @Nullable String section,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        Contribution contribution = pages.show(id, Person.of(authentication), model, response);
        Card card = show(experience, contribution, model);
        Typed beginning = ContributionPages.seen(Typed.nothing(), contribution);
        Contribution.Evidence cited = cited(contribution, experience);
        if (cited != null) {
            beginning = beginning.with(SECTION, cited.section()).with("note", cited.note());
        } else {
            beginning = beginning.with(SECTION, section);
        }
        if (card != null) {
            beginning = beginning.with("version", card.version());
        }
        model.addAttribute("form", forms.begin(request, beginning));
        return "contributions/evidence";
    }

    @PostMapping(ADDRESS)
    String cite(
            @PathVariable String id,
            @PathVariable String experience,
            HttpServletRequest request,
            Authentication authentication,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Typed typed = Typed.in(request);
        boolean remove = typed.text("do").equals("remove");
        Answer<ContributionChange> answer =
                pages.change(
                        id,
                        typed,
                        version ->
                                remove
                                        ? remove(id, experience, version, typed)
                                        : contributions.cite(
                                                id, version, citation(experience, typed)));
        if (answer.isOk()) {
            next.addFlashAttribute("done", remove ? "removed" : "cited");
            return "redirect:" + ContributionPages.page(id) + "#text";
        }
        Contribution now = pages.show(id, Person.of(authentication), model, response);
        show(experience, now, model);
        ContributionPages.refuse(answer, typed, now, model, response);
        return "contributions/evidence";
    }

    private Pending<Listing<Card>> find(String q, @Nullable String cursor) {
        var filter = new LinkedMultiValueMap<String, String>();
        filter.add("kind", "EXPERIENCE");
        filter.add("status", "PUBLISHED");
        filter.add("limit", FOUND);
        if (!q.isEmpty()) {
            filter.add("q", q);
        }
        if (cursor != null) {
            filter.add("cursor", cursor);
        }
        return calls.start(Service.FEED, () -> feed.cards(filter));
    }

    /** The experience, its versions to choose from, and what changed since it was cited. */
    private @Nullable Card show(
            String experience, @Nullable Contribution contribution, Model model) {
        var now = new LinkedMultiValueMap<String, String>();
        var latest = new LinkedMultiValueMap<String, String>();
        latest.add("limit", VERSIONS);
        Pending<Card> asked = calls.start(Service.FEED, () -> feed.card(experience, now));
        Pending<Listing<Card>> versions =
                calls.start(Service.FEED, () -> feed.versions(experience, latest));
        Answer<Card> card = asked.answer();
        Contribution.Evidence cited = cited(contribution, experience);
        if (card.isRefused() && card.refusal().isNotFound() && cited == null) {
            throw new NotFound();
        }
        model.addAttribute("experience", experience);
        model.addAttribute("card", card);
        model.addAttribute("cited", cited);
        model.addAttribute(
                "versions",
                versions.answer().content().map(found -> choices(found.items())).orElse(List.of()));
        card.content()
                .filter(found -> cited != null && found.version() > cited.version())
                .ifPresent(found -> model.addAttribute("diff", diff(experience, cited, found)));
        return card.content().orElse(null);
    }

    private Answer<Diff> diff(String experience, Contribution.@Nullable Evidence cited, Card card) {
        long from = cited == null ? card.version() : cited.version();
        return calls.ask(Service.FEED, () -> feed.diff(experience, from, card.version()));
    }

    /** What was published can be cited. */
    private List<Choice> choices(List<Card> versions) {
        return versions.stream()
                .filter(version -> version.status().equals("PUBLISHED"))
                .map(
                        version ->
                                new Choice(
                                        String.valueOf(version.version()),
                                        words.code("contributions.evidence", "version")
                                                + " "
                                                + version.version()
                                                + ", "
                                                + words.dayOf(version.validFrom())))
                .toList();
    }

    private static Contribution.@Nullable Evidence cited(
            @Nullable Contribution contribution, String experience) {
        return contribution == null ? null : contribution.evidence(experience).orElse(null);
    }

    private static ContributionsApi.Citation citation(String experience, Typed typed) {
        String version = typed.text("version");
        return new ContributionsApi.Citation(
                experience,
                version.matches("[0-9]{1,9}") ? Long.valueOf(version) : null,
                typed.value(SECTION),
                typed.value("note"));
    }

    private ContributionChange remove(String id, String experience, String version, Typed typed) {
        var reason = new LinkedMultiValueMap<String, String>();
        String said = typed.value("reason");
        if (said != null) {
            reason.add("reason", said);
        }
        return contributions.removeEvidence(id, experience, version, reason);
    }
}
