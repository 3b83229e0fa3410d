package relais.portal.experiences;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import relais.portal.api.WrittenExperience;
import relais.portal.call.Answer;

/** What one's partner sent and nobody else can read yet: the feed has no card of it. */
@Controller
@RequestMapping(Writing.DESK + "/{id:x-.+}")
record OwnController(OwnExperiences own, CardPreview preview) {

    @GetMapping
    String experience(
            @PathVariable String id,
            Authentication authentication,
            Model model,
            HttpServletResponse response) {
        String partner = Membership.partnerOf(authentication);
        Answer<WrittenExperience> found = own.find(id);
        if (!found.isOk()) {
            return Missing.show(found, model, response);
        }
        WrittenExperience experience = found.value();
        if (!experience.partner().equals(partner) || !experience.isUnderReview()) {
            return "redirect:/cards/" + id;
        }
        preview.show(experience, partner, model);
        return "experiences/own";
    }
}
