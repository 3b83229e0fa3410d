package relais.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the issuer. It listens on this machine only, and must stay there: its accounts are for
 * trying out and for tests.
 */
@SpringBootApplication(proxyBeanMethods = false)
class IdentityApplication {

    private IdentityApplication() {}

    static void main(String[] args) {
        SpringApplication.run(IdentityApplication.class, args);
    }
}
