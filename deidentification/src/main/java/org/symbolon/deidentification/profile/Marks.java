package org.symbolon.deidentification.profile;

import java.util.List;

/**
 * What a profile writes into an object to say what was done to it (PS3.15 E.1.1, PS3.3 C.7.1.1 and C.12.1). The empty mark
 * writes nothing.
 *
 * @param method value of De-identification Method (0012,0063), empty for no mark at all
 * @param codes of CID 7050, empty for no De-identification Method Code Sequence (0012,0064)
 * @param temporal value of Longitudinal Temporal Information Modified (0028,0303), empty to leave the attribute alone
 */
public record Marks(String method, List<Code> codes, String temporal) {
    public static final Marks NONE = new Marks("", List.of(), "");

    /** A code of the coding scheme DCM. */
    public record Code(String value, String meaning) {}

    public Marks {
        codes = List.copyOf(codes);
    }
}
