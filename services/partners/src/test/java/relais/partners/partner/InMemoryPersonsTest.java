package relais.partners.partner;

class InMemoryPersonsTest extends PersonsContract {

    @Override
    protected Persons noPersons() {
        return new InMemoryPersons();
    }
}
