package org.symbolon.testkit.internal.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.symbolon.dicom.Vr;
import org.symbolon.testkit.internal.people.Script;

/** Text in a script's character set; what a delimiter parts starts from the initial code again (PS3.5 6.1.2.5.3). */
public final class TextEncoder {
    private static final String DELIMITERS = "\\\r\n\f\t";
    private static final String NAME_DELIMITERS = DELIMITERS + "^=";

    private TextEncoder() {}

    public static byte[] encode(String text, Vr vr, Script script) {
        if (!vr.usesSpecificCharacterSet()) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
        String delimiters = vr == Vr.PN ? NAME_DELIMITERS : DELIMITERS;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || delimiters.indexOf(text.charAt(at)) >= 0) {
                out.writeBytes(script.bytes(text.substring(start, at)));
                if (at < text.length()) {
                    out.write(text.charAt(at));
                }
                start = at + 1;
            }
        }
        return out.toByteArray();
    }
}
