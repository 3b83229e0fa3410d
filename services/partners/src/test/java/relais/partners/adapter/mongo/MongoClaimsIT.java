package relais.partners.adapter.mongo;

import relais.partners.application.Claims;
import relais.partners.application.ClaimsContract;

class MongoClaimsIT extends ClaimsContract {

    @Override
    protected Claims noClaims() {
        return new MongoClaims(TestDatabase.newCollection("claims"));
    }
}
