package relais.partners.claims;

import relais.partners.TestDatabase;

class MongoClaimsIT extends ClaimsContract {

    @Override
    protected Claims noClaims() {
        return new MongoClaims(TestDatabase.newCollection("claims"));
    }
}
