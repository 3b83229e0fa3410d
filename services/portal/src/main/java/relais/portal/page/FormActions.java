package relais.portal.page;

import java.util.List;

/** The forms of one desk, which declares them as a component. */
public interface FormActions {
    List<FormAction<?>> actions();
}
