package relais.partners.adapter.mongo;

import relais.partners.application.Persons;
import relais.partners.application.PersonsContract;

class MongoPersonsIT extends PersonsContract {

    @Override
    protected Persons noPersons() {
        var persons = new MongoPersons(TestDatabase.newCollection("persons"));
        persons.createIndexes();
        return persons;
    }
}
