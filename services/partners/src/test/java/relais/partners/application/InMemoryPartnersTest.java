package relais.partners.application;

class InMemoryPartnersTest extends PartnersContract {

    @Override
    protected Partners emptyPartners() {
        return new InMemoryPartners();
    }
}
