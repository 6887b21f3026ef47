package org.symbolon.dicom.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.TransferSyntax;

/** The transfer syntaxes of PS3.6 annex A, read once. */
public final class TransferSyntaxTable {
    private static final Map<String, TransferSyntax> SYNTAXES = load();

    private TransferSyntaxTable() {}

    public static @Nullable TransferSyntax find(String uid) {
        return SYNTAXES.get(uid);
    }

    private static Map<String, TransferSyntax> load() {
        Map<String, TransferSyntax> syntaxes = new HashMap<>();
        for (String line : Tables.lines("transfer-syntaxes.tsv")) {
            String[] columns = line.split("\t", -1);
            String flags = columns[1];
            syntaxes.put(
                    columns[0],
                    new TransferSyntax(
                            columns[0],
                            columns[2],
                            flags.charAt(0) == 'E',
                            flags.charAt(1) == 'B',
                            flags.charAt(2) == 'D',
                            flags.charAt(3) == 'F'));
        }
        return syntaxes;
    }
}
