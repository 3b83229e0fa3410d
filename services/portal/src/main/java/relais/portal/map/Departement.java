package relais.portal.map;

/** A département by its code, such as {@code 2A}; one overseas is drawn in an inset. */
record Departement(String code, String name, boolean overseas) {

    String territory() {
        return "departement:" + code;
    }
}
