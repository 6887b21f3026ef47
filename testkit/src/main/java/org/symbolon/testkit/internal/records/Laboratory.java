package org.symbolon.testkit.internal.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.symbolon.testkit.internal.Randomness;

/** A panel of blood tests, some of them out of their ranges. */
final class Laboratory {
    /** One test; the code is LOINC's, the unit UCUM's. */
    record Test(String code, String name, String unit, double low, double high, int decimals) {}

    /** A measured value with its flag: H, L or N. */
    record Result(Test test, String value, String flag) {
        String range() {
            return number(test.low(), test.decimals()) + "-" + number(test.high(), test.decimals());
        }
    }

    private static final List<Test> PANEL = List.of(
            new Test("718-7", "Hemoglobin", "g/L", 120, 160, 0),
            new Test("6690-2", "Leukocytes", "10*9/L", 4, 10, 1),
            new Test("777-3", "Platelets", "10*9/L", 150, 400, 0),
            new Test("1988-5", "C reactive protein", "mg/L", 0, 5, 1),
            new Test("2160-0", "Creatinine", "umol/L", 45, 90, 0),
            new Test("2345-7", "Glucose", "mmol/L", 3.9, 6.1, 1),
            new Test("2823-3", "Potassium", "mmol/L", 3.5, 5.1, 1));
    private static final List<String> BLOOD_GROUPS = List.of("O", "A", "B", "AB");

    private Laboratory() {}

    static List<Result> results(Randomness random) {
        List<Result> results = new ArrayList<>();
        for (Test test : PANEL) {
            double width = test.high() - test.low();
            double value = Math.max(test.low() / 2, test.low() - width / 4 + random.unit() * width * 1.6);
            String flag = value > test.high() ? "H" : value < test.low() ? "L" : "N";
            results.add(new Result(test, number(value, test.decimals()), flag));
        }
        return results;
    }

    static String bloodGroup(int person) {
        return BLOOD_GROUPS.get(person % BLOOD_GROUPS.size());
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
