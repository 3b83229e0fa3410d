package relais.contributions;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service in which the committee writes policy from the territories' evidence. */
@SpringBootApplication
public class ContributionsApplication {

    public static void main(String[] args) {
        SpringApplication.run(ContributionsApplication.class, args);
    }
}
