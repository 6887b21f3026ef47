package org.symbolon.testkit.internal.dicom;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as decimal strings (PS3.5 6.2: at most 16 characters). */
final class Decimal {
    private static final int PLACES = 5;

    private Decimal() {}

    static String string(double number) {
        BigDecimal rounded =
                new BigDecimal(number).setScale(PLACES, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
