package relais.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.type.MethodMetadata;

/** Marks the beans of springdoc as lazy. */
final class LazyOpenApi implements BeanFactoryPostProcessor, Ordered {

    private static final String SPRINGDOC = "org.springdoc.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        for (String name : factory.getBeanDefinitionNames()) {
            BeanDefinition definition = factory.getBeanDefinition(name);
            String origin = origin(definition);
            if (origin != null && origin.startsWith(SPRINGDOC)) {
                definition.setLazyInit(true);
            }
        }
    }

    /** The class that declares the bean, or the bean's own. */
    private static @Nullable String origin(BeanDefinition definition) {
        if (definition instanceof AnnotatedBeanDefinition annotated) {
            MethodMetadata method = annotated.getFactoryMethodMetadata();
            return method == null
                    ? annotated.getMetadata().getClassName()
                    : method.getDeclaringClassName();
        }
        return definition.getBeanClassName();
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
