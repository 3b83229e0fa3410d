package relais.experiences;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service where partners post their experiences and the committee reviews them. */
@SpringBootApplication
public class ExperiencesApplication {

    public static void main(String[] args) {
        SpringApplication.run(ExperiencesApplication.class, args);
    }
}
