package relais.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import relais.portal.account.Capacities;
import relais.portal.account.Person;

/** Hands every page its frame, as {@code ${layout}}. */
@ControllerAdvice(annotations = Controller.class)
record PageAdvice(Capacities capacities, Sections sections) {

    @ModelAttribute("layout")
    Layout layout(
            HttpServletRequest request, Locale locale, @Nullable Authentication authentication) {
        Person person = Person.of(authentication);
        return Layout.of(request, locale, person, capacities.of(person), sections.all());
    }
}
