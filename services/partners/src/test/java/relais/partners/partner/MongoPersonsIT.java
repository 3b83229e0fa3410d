package relais.partners.partner;

import relais.partners.TestDatabase;

class MongoPersonsIT extends PersonsContract {

    @Override
    protected Persons noPersons() {
        var persons = new MongoPersons(TestDatabase.newCollection("persons"));
        persons.ensureIndexes();
        return persons;
    }
}
