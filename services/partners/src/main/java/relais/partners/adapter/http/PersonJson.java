package relais.partners.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.partners.application.PersonInput;
import relais.partners.domain.Person;

/** Who holds a mandate. It does not print itself, so that no log can hold it. */
@Schema(name = "Person")
record PersonJson(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
        @Nullable String email) {

    static PersonJson of(Person person) {
        return new PersonJson(person.name(), person.email());
    }

    PersonInput input() {
        return new PersonInput(name, email);
    }

    @Override
    public String toString() {
        return "PersonJson[not shown]";
    }
}
