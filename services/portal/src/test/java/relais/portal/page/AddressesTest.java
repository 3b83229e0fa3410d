package relais.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressesTest {

    private final Addresses addresses = new Addresses();

    @Test
    void onlyAddressesOfTheWebBecomeLinks() {
        assertThat(addresses.web(" https://example.org/a ")).isEqualTo("https://example.org/a");
        assertThat(addresses.web("HTTP://example.org")).isNotNull();
        assertThat(addresses.web("javascript:alert(1)")).isNull();
        assertThat(addresses.web("data:text/html,x")).isNull();
        assertThat(addresses.web("https:alert")).isNull();
        assertThat(addresses.web("//example.org")).isNull();
        assertThat(addresses.web("http://a b")).isNull();
        assertThat(addresses.web(null)).isNull();
    }
}
