package relais.portal.page;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that only inform. */
@Controller
public record InformationController(Contact contact) {

    /** Where people write who cannot use the portal, as it is set for a deployment. */
    public record Contact(String address) {}

    @GetMapping("/accessibility")
    String accessibility(Model model) {
        model.addAttribute("contact", contact.address());
        return "information/accessibility";
    }

    @GetMapping("/legal")
    String legal() {
        return "information/legal";
    }
}
