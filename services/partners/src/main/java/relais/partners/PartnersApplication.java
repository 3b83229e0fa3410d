package relais.partners;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The partners service. */
@SpringBootApplication(proxyBeanMethods = false)
public class PartnersApplication {
    public static void main(String[] args) {
        SpringApplication.run(PartnersApplication.class, args);
    }
}
