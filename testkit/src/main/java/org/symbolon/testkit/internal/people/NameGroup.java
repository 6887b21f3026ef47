package org.symbolon.testkit.internal.people;

/** One component group of a Person Name (PS3.5 6.2.1.1); absent components are empty. */
public record NameGroup(String family, String given, String middle, String prefix, String suffix) {
    public static NameGroup of(String family, String given) {
        return new NameGroup(family, given, "", "", "");
    }

    /** Components joined by carets, empty ones at the end left out. */
    public String dicom() {
        String joined = String.join("^", family, given, middle, prefix, suffix);
        int end = joined.length();
        while (end > 0 && joined.charAt(end - 1) == '^') {
            end--;
        }
        return joined.substring(0, end);
    }

    public NameGroup titled(String title) {
        return new NameGroup(family, given, middle, title, suffix);
    }

    public NameGroup upperCase() {
        return new NameGroup(
                family.toUpperCase(java.util.Locale.ROOT),
                given.toUpperCase(java.util.Locale.ROOT),
                middle.toUpperCase(java.util.Locale.ROOT),
                prefix,
                suffix);
    }
}
