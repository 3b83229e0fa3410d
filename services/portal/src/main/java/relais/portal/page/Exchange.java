package relais.portal.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.ModelMap;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import relais.portal.account.Person;
import relais.portal.api.Listing;
import relais.portal.call.Answer;
import relais.portal.call.Refusal;
import relais.portal.form.Done;
import relais.portal.form.Form;
import relais.portal.form.Typed;

/**
 * One request for a page, and the page that answers it. A handler takes it instead of its parts.
 *
 * @param flash what the page after a redirect says once
 */
public record Exchange(
        HttpServletRequest request,
        HttpServletResponse response,
        ModelMap model,
        RedirectAttributes flash) {

    @SuppressWarnings("unchecked")
    public Map<String, String> variables() {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }

    public String variable(String name) {
        return variables().getOrDefault(name, "");
    }

    /** A parameter of the address; null if there is none, or it is blank. */
    public @Nullable String parameter(String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }

    public MultiValueMap<String, String> parameters() {
        var parameters = new LinkedMultiValueMap<String, String>();
        request.getParameterMap().forEach((name, said) -> parameters.addAll(name, List.of(said)));
        return parameters;
    }

    public Typed typed() {
        return Typed.in(request);
    }

    public @Nullable Person person() {
        return Person.of(SecurityContextHolder.getContext().getAuthentication());
    }

    /** The partner that the reader acts for; null if there is none. */
    public @Nullable String partner() {
        Person person = person();
        return person == null ? null : person.partner();
    }

    /** The same on a page that is refused to those who act for none. */
    public String member() {
        String partner = partner();
        if (partner == null) {
            throw new AccessDeniedException("The desk is for those who act for a partner");
        }
        return partner;
    }

    public Exchange add(String name, @Nullable Object value) {
        model.addAttribute(name, value);
        return this;
    }

    /** The address at which a list goes on, as {@code ${next}}; null at its end. */
    public <T> Exchange addNext(Answer<Listing<T>> list, UnaryOperator<String> link) {
        return add("next", list.content().map(Listing::nextCursor).map(link).orElse(null));
    }

    /** The page has the status of the answer that it is about. */
    public <T> Answer<T> about(Answer<T> answer) {
        switch (answer) {
            case Answer.Ok<T> _ -> {}
            case Answer.Refused<T>(Refusal because) -> response.setStatus(because.status());
            case Answer.Unavailable<T> _ -> response.setStatus(503);
        }
        return answer;
    }

    /** The same; there is no page, {@link NotFound}, if the service knows no such thing. */
    public <T> Answer<T> existing(Answer<T> answer) {
        if (answer.isRefused() && answer.refusal().isNotFound()) {
            throw new NotFound();
        }
        return about(answer);
    }

    /** The same as an attribute of the page. */
    public <T> Optional<T> existing(String name, Answer<T> answer) {
        add(name, existing(answer));
        return answer.content();
    }

    public void show(Form form) {
        if (form.status() != 200) {
            response.setStatus(form.status());
        }
        add("form", form);
    }

    /** A part of a page, for the script that asks for it. */
    public String part(String template) {
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        return template;
    }

    /** A page, or its part {@code now} that changes, for the script that asks again and again. */
    public String pageOrNow(String template) {
        return "true".equals(request.getHeader("HX-Request"))
                ? part(template + " :: now")
                : template;
    }

    /** On to a page that says what was done. */
    public String done(String key, String about, String path) {
        return done(new Done(key, about, null), path);
    }

    public String done(Object done, String path) {
        flash.addFlashAttribute(Done.ATTRIBUTE, done);
        return "redirect:" + path;
    }
}
