package io.weekbench.testkit.campaign;

import io.weekbench.testkit.Desk;

/**
 * A version of the desk tracker: whether the reason has its other name, and whether there are
 * hours.
 *
 * @param reason what the field is called
 * @param hours whether it is declared
 */
record SpecVariant(String version, String reason, boolean hours) {
    static final SpecVariant FIRST = new SpecVariant("1.0.0", "reason", true);

    /** The name a field that is not declared is read under. */
    static final String RETIRED_HOURS = "hours~7";

    String json() {
        String json =
                Desk.json().replace("\"version\": \"1.0.0\"", "\"version\": \"" + version + "\"");
        if (reason.equals("because")) {
            json =
                    json.replace(
                            "\"id\": \"reason\",", "\"id\": \"because\", \"was\": [\"reason\"],");
        } else {
            json =
                    json.replace(
                            "\"id\": \"reason\",", "\"id\": \"reason\", \"was\": [\"because\"],");
        }
        return hours ? json : json.replaceAll(",\\s*\\{\"id\": \"hours[^\\n]*}(?=,?\\n)", "");
    }

    String nameOfHours() {
        return hours ? "hours" : RETIRED_HOURS;
    }
}
