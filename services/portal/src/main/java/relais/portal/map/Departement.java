package relais.portal.map;

/**
 * A département of the map.
 *
 * @param code as INSEE has it, such as {@code 2A}
 * @param overseas drawn in an inset
 */
record Departement(String code, String name, boolean overseas) {

    String territory() {
        return "departement:" + code;
    }
}
