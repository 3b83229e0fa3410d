package relais.portal.experiences;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;
import relais.portal.page.Exchange;

/** What one's partner sent and nobody else can read yet: the feed has no card of it. */
@Controller
@RequestMapping(Writing.DESK + "/{id:x-.+}")
record OwnController(OwnExperiences own, CardPreview preview) {

    @GetMapping
    String experience(@PathVariable String id, Exchange exchange) {
        String partner = exchange.member();
        Answer<WrittenExperience> found = own.find(id);
        if (!found.isOk()) {
            return FormPage.missing(exchange, found);
        }
        WrittenExperience experience = found.value();
        if (!experience.partner().equals(partner) || !experience.isUnderReview()) {
            return "redirect:/cards/{id}";
        }
        preview.show(experience, partner, exchange);
        return "experiences/own";
    }
}
