package relais.portal.guide;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import relais.portal.account.Paths;
import relais.portal.page.Exchange;

/** Closes a guide for good. */
@Controller
record GuideController(ClosedGuides closed) {

    @PostMapping("/guide/closed")
    String close(
            @RequestParam String guide,
            @RequestParam(required = false) @Nullable String back,
            Exchange exchange) {
        if (Guide.isKnown(guide)) {
            closed.add(Guide.valueOf(guide), exchange.request(), exchange.response());
        }
        return "redirect:" + Paths.local(back);
    }
}
