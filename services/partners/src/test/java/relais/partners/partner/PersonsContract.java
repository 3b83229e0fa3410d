package relais.partners.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.aggregates.partner.PartnerId;

/** What every keeper of persons does. */
public abstract class PersonsContract {
    private static final MandateId ONE = new MandateId("m-one");
    private static final MandateId TWO = new MandateId("m-two");
    private static final PartnerId A = new PartnerId("p-a");
    private static final PartnerId B = new PartnerId("p-b");

    private Persons persons;

    /** A keeper of nobody yet. */
    protected abstract Persons noPersons();

    @BeforeEach
    void start() {
        persons = noPersons();
    }

    @Test
    void knowsThePersonsOfEachPartnerApart() {
        persons.keep(ONE, A, 2, new Person("Camille Exemple", "camille@exemple.fr"));
        persons.keep(TWO, B, 2, new Person("Dominique Exemple", null));

        assertThat(persons.of(A))
                .containsExactly(
                        Map.entry(ONE, new Person("Camille Exemple", "camille@exemple.fr")));
        assertThat(persons.of(B))
                .containsExactly(Map.entry(TWO, new Person("Dominique Exemple", null)));
    }

    @Test
    void correctsAPerson() {
        persons.keep(ONE, A, 2, new Person("Camille Exemple", "camille@exemple.fr"));
        persons.keep(ONE, A, 2, new Person("Dominique Exemple", null));

        assertThat(persons.of(A).values()).containsExactly(new Person("Dominique Exemple", null));
    }

    @Test
    void forgetsAPersonAsOftenAsAsked() {
        persons.keep(ONE, A, 2, new Person("Camille Exemple", null));

        persons.erase(ONE);
        persons.erase(ONE);

        assertThat(persons.of(A)).isEmpty();
    }

    @Test
    void whoWasNamedSinceStaysWhenAnErasureIsRepeated() {
        persons.keep(ONE, A, 2, new Person("Camille Exemple", null));
        persons.eraseNamedBefore(3, ONE);
        assertThat(persons.of(A)).isEmpty();

        persons.keep(ONE, A, 3, new Person("Dominique Exemple", null));
        persons.eraseNamedBefore(3, ONE);
        persons.eraseNamedBefore(3, TWO);

        assertThat(persons.of(A).values()).containsExactly(new Person("Dominique Exemple", null));
    }
}
