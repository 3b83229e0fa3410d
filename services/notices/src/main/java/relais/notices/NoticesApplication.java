package relais.notices;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The notices service. */
@SpringBootApplication(proxyBeanMethods = false)
public class NoticesApplication {
    public static void main(String[] args) {
        SpringApplication.run(NoticesApplication.class, args);
    }
}
