package relais.partners.application;

class InMemoryPersonsTest extends PersonsContract {

    @Override
    protected Persons noPersons() {
        return new InMemoryPersons();
    }
}
