package relais.partners.application;

class InMemoryClaimsTest extends ClaimsContract {

    @Override
    protected Claims noClaims() {
        return new InMemoryClaims();
    }
}
