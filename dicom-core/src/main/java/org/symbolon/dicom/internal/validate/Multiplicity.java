package org.symbolon.dicom.internal.validate;

/** Value multiplicities as PS3.6 writes them: {@code 1}, {@code 1-3}, {@code 1-n}, {@code 2-2n}, {@code 1-n or 1}. */
final class Multiplicity {
    private Multiplicity() {}

    static boolean allows(String multiplicity, long values) {
        for (String choice : multiplicity.split(" or ")) {
            if (allowsOne(choice.strip(), values)) {
                return true;
            }
        }
        return multiplicity.isEmpty();
    }

    private static boolean allowsOne(String choice, long values) {
        int dash = choice.indexOf('-');
        if (dash < 0) {
            return choice.equals("n") || values == Long.parseLong(choice);
        }
        long minimum = Long.parseLong(choice.substring(0, dash));
        String most = choice.substring(dash + 1);
        if (!most.endsWith("n")) {
            return values >= minimum && values <= Long.parseLong(most);
        }
        String factor = most.substring(0, most.length() - 1);
        long step = factor.isEmpty() ? 1 : Long.parseLong(factor);
        return values >= minimum && values % step == 0;
    }
}
