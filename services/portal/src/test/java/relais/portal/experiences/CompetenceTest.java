package relais.portal.experiences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompetenceTest {

    /** As the law has it: who names a competent partner for which level. */
    @ParameterizedTest
    @CsvSource({
        "COMMUNE, ECOLE, false",
        "COMMUNE, COLLEGE, true",
        "COMMUNE, LYCEE, true",
        "EPCI, ECOLE, false",
        "DEPARTEMENT, COLLEGE, false",
        "DEPARTEMENT, ECOLE, true",
        "REGION, LYCEE, false",
        "REGION, COLLEGE, true",
        "ACADEMIE, LYCEE, false",
        "MINISTRY, ECOLE, false",
        "NATIONAL_ASSOCIATION, ECOLE, true",
        "NATIONAL_ASSOCIATION, OTHER, false",
        "SOMETHING_NEW, LYCEE, true",
    })
    void isSaidBeforeItIsRefused(String kind, String level, boolean another) {
        assertThat(Competence.needsAnother(kind, level)).isEqualTo(another);
    }
}
