package relais.portal.page;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import relais.portal.call.Changes;
import relais.portal.form.KeptForms;

/** Opens and sends the forms that desks declare as {@link FormAction}s. */
@Controller
class FormController implements SmartInitializingSingleton {

    private final Map<String, FormAction<?>> actions = new HashMap<>();
    private final RequestMappingHandlerMapping mapping;
    private final KeptForms forms;
    private final Changes changes;

    FormController(
            List<FormActions> desks,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping,
            KeptForms forms,
            Changes changes) {
        this.mapping = mapping;
        this.forms = forms;
        this.changes = changes;
        desks.forEach(
                desk -> desk.actions().forEach(action -> actions.put(action.address, action)));
    }

    @Override
    public void afterSingletonsInstantiated() {
        actions.values()
                .forEach(
                        action -> {
                            if (action.isShown()) {
                                register(action.address, RequestMethod.GET, "open");
                            }
                            register(action.address, RequestMethod.POST, "send");
                        });
    }

    private void register(String address, RequestMethod method, String handler) {
        Method handling = ClassUtils.getMethod(FormController.class, handler, Exchange.class);
        var request =
                RequestMappingInfo.paths(address)
                        .methods(method)
                        .options(mapping.getBuilderConfiguration());
        mapping.registerMapping(request.build(), this, handling);
    }

    public String open(Exchange exchange) {
        return action(exchange).open(exchange, forms);
    }

    public String send(Exchange exchange) {
        return action(exchange).send(exchange, changes);
    }

    private FormAction<?> action(Exchange exchange) {
        Object address =
                exchange.request().getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return Objects.requireNonNull(actions.get(String.valueOf(address)), "a form");
    }
}
