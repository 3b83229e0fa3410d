package relais.portal.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import relais.portal.api.Listing;
import relais.portal.api.PartnerDetails;
import relais.portal.api.PartnersApi;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Remote;
import relais.portal.naming.Naming;
import relais.portal.page.Exchange;
import relais.portal.page.Words;

/** The people of one's own partner, and the partners that the committee looks after. */
@Controller
record PeopleController(Remote<PartnersApi> partners, Naming naming, Clock clock) {

    static final String PEOPLE = "/desk/people";
    static final String PARTNERS = "/desk/partners";

    private static final int MOST = 20;

    /** Those who act now or will, then those who did. */
    record Sorted(List<PartnerDetails.Mandate> acting, List<PartnerDetails.Mandate> ended) {

        static Sorted of(List<PartnerDetails.Mandate> all, LocalDate today) {
            return new Sorted(
                    all.stream().filter(mandate -> !mandate.isOver(today)).toList(),
                    all.stream().filter(mandate -> mandate.isOver(today)).toList());
        }
    }

    @GetMapping(PEOPLE)
    String people(Exchange exchange) {
        Answer<PartnerDetails> partner = own(exchange);
        exchange.add("sorted", sorted(partner.content()));
        return "people/people";
    }

    @GetMapping(PARTNERS)
    String list(Exchange exchange) {
        String words = exchange.parameter("q");
        var question =
                Questions.of("q", words, "limit", MOST, "cursor", exchange.parameter("cursor"));
        Answer<Listing<PartnerDetails>> found =
                exchange.about(partners.ask(api -> api.partners(question)));
        var territories = new ArrayList<@Nullable String>();
        found.content()
                .map(Listing::items)
                .orElse(List.of())
                .forEach(partner -> territories.add(partner.territory()));
        exchange.add("q", words == null ? "" : words)
                .add("found", found)
                .add("names", naming.of(territories))
                .add("next", found.content().map(Listing::nextCursor).orElse(null));
        return "people/partners";
    }

    private Answer<PartnerDetails> own(Exchange exchange) {
        String id = exchange.member();
        Answer<PartnerDetails> partner = exchange.existing(partners.ask(api -> api.partner(id)));
        exchange.add("partner", partner);
        return partner;
    }

    private Sorted sorted(Optional<PartnerDetails> partner) {
        return Sorted.of(
                partner.map(PartnerDetails::mandates).orElse(List.of()),
                LocalDate.ofInstant(clock.instant(), Words.PARIS));
    }
}
