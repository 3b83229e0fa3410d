package relais.experiences.experience;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.Typed;

/**
 * Whom one may ask about an experience. Kept apart: it never enters an event.
 *
 * @param visibleTo as typed; the committee alone if it is absent, as in whatever was kept before
 *     the question was asked
 */
public record Contact(
        @Nullable String name,
        @Nullable String email,
        @Schema(
                        allowableValues = {"COMMITTEE", "PARTNERS"},
                        defaultValue = "COMMITTEE")
                @Nullable String visibleTo) {

    private static final String COMMITTEE = "COMMITTEE";
    private static final String PARTNERS = "PARTNERS";
    private static final TextRule NAME = TextRule.line(200);
    private static final TextRule EMAIL = TextRule.line(254);

    public Contact {
        name = Typed.text(name);
        email = Typed.text(email);
        visibleTo = Typed.text(visibleTo);
    }

    boolean namesNobody() {
        return name == null && email == null;
    }

    /** Whether every partner may read it, and not the committee alone. */
    boolean forPartners() {
        return PARTNERS.equals(visibleTo);
    }

    /** As it is answered: whether it names somebody, and always who may read it. */
    public static @Nullable Contact shown(@Nullable Contact contact) {
        return contact == null || contact.namesNobody()
                ? null
                : new Contact(
                        contact.name,
                        contact.email,
                        contact.visibleTo == null ? COMMITTEE : contact.visibleTo);
    }

    /** What is wrong with it; an address is only checked for its shape. */
    public Stream<Refusal> refusals() {
        boolean address = email == null || email.matches("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
        boolean audience = visibleTo == null || visibleTo.equals(COMMITTEE) || forPartners();
        return Refusal.all(
                NAME.check("contact.name", name),
                EMAIL.check("contact.email", email),
                Refusal.when(!address, Refusal.invalid("contact.email", "email")),
                Refusal.when(!audience, Refusal.invalid("contact.visibleTo", "unknown-audience")));
    }
}
