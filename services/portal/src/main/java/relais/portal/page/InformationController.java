package relais.portal.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages that only inform. */
@Controller
class InformationController {

    @GetMapping("/accessibility")
    String accessibility() {
        return "information/accessibility";
    }

    @GetMapping("/legal")
    String legal() {
        return "information/legal";
    }
}
