package relais.partners.claims;

class InMemoryClaimsTest extends ClaimsContract {

    @Override
    protected Claims noClaims() {
        return new InMemoryClaims();
    }
}
