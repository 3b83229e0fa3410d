package relais.portal.guide;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import relais.portal.account.Capacities;
import relais.portal.account.Person;

/** Hands every page the guide of its reader, as {@code ${guide}}; null if there is none left. */
@ControllerAdvice(annotations = Controller.class)
record GuideAdvice(Capacities capacities) {

    @ModelAttribute("guide")
    @Nullable Guide guide(HttpServletRequest request, @Nullable Authentication authentication) {
        return Guide.of(capacities.of(Person.of(authentication)), ClosedGuides.in(request))
                .orElse(null);
    }
}
