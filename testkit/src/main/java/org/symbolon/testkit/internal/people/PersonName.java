package org.symbolon.testkit.internal.people;

import java.util.List;
import java.util.stream.Collectors;

/** A name in one to three component groups: alphabetic, ideographic, phonetic. */
public record PersonName(List<NameGroup> groups) {
    public PersonName {
        groups = List.copyOf(groups);
    }

    public static PersonName of(NameGroup alphabetic) {
        return new PersonName(List.of(alphabetic));
    }

    public NameGroup alphabetic() {
        return groups.get(0);
    }

    /** As a value of VR PN. */
    public String dicom() {
        return groups.stream().map(NameGroup::dicom).collect(Collectors.joining("="));
    }

    /** As people write it in a sentence: in the script of their country where the name has one. */
    public String spoken() {
        if (groups.size() > 1) {
            return groups.get(1).family() + groups.get(1).given();
        }
        return alphabetic().given() + " " + alphabetic().family();
    }
}
