package org.symbolon.dicom.internal.xml;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.ModelLimits;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.internal.model.ModelProblem;

/** The values of one attribute, with backslashes between them, as its elements come. */
final class XmlValues {
    private static final int MAX_NUMBER = 1 << 24;
    /** How many values of an attribute may be left out: a number of few digits must not stand for millions of them. */
    private static final int MAX_MISSING = 1_000;

    private final XmlTokens xml;
    private final ModelLimits limits;
    private final int tag;
    private final StringBuilder text = new StringBuilder();
    private int count;
    private int missing;
    private boolean names;

    XmlValues(XmlTokens xml, ModelLimits limits, int tag) {
        this.xml = xml;
        this.limits = limits;
        this.tag = tag;
    }

    int count() {
        return count;
    }

    CharSequence text() {
        return text;
    }

    /** Whether there are names in another VR than PN, or values in PN. */
    boolean isWrongFor(Vr vr) {
        return count > 0 && names != (vr == Vr.PN);
    }

    void value() throws IOException {
        begin();
        text.append(xml.text(limits.maxValueBytes()));
        limit();
    }

    void personName() throws IOException {
        names = true;
        begin();
        String[] groups = {"", "", ""};
        for (String name = xml.child(); name != null; name = xml.child()) {
            groups[index(XmlAttributes.NAME_GROUPS, name)] = components();
        }
        text.append(joined(groups, "="));
        limit();
    }

    /** Base64 without the white space that XML may have between its lines. */
    String base64() throws IOException {
        String base64 = xml.text((int) Math.min(Integer.MAX_VALUE - 16L, limits.maxValueBytes() * 2L + 16));
        StringBuilder plain = new StringBuilder(base64.length());
        for (int i = 0; i < base64.length(); i++) {
            char c = base64.charAt(i);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private String components() throws IOException {
        String[] components = {"", "", "", "", ""};
        for (String name = xml.child(); name != null; name = xml.child()) {
            components[index(XmlAttributes.NAME_COMPONENTS, name)] = xml.text(limits.maxValueBytes());
        }
        return joined(components, "^");
    }

    /** Elements are numbered from 1; a number that was left out is an empty value. */
    private void begin() {
        String digits = xml.attribute("number");
        int number = digits == null ? count + 1 : number(digits);
        if (number <= count) {
            throw ModelProblem.corrupt("Values that are not in order", tag, xml.offset());
        }
        missing += number - count - 1;
        if (missing > MAX_MISSING) {
            throw ModelProblem.limit("More values than the limit allows", tag, xml.offset());
        }
        text.append("\\".repeat(number - Math.max(count, 1)));
        count = number;
    }

    private int number(String digits) {
        boolean plain =
                !digits.isEmpty() && digits.length() < 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = plain ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > MAX_NUMBER) {
            throw ModelProblem.corrupt("A value without a number that counts it", tag, xml.offset());
        }
        return number;
    }

    private void limit() {
        if (text.length() > limits.maxValueBytes()) {
            throw ModelProblem.limit("Longer values than the limit allows", tag, xml.offset());
        }
    }

    private int index(String[] names, String name) {
        int index = Arrays.asList(names).indexOf(name);
        if (index < 0) {
            throw ModelProblem.corrupt("A part of a name that the model does not have", tag, xml.offset());
        }
        return index;
    }

    /** The parts up to the last one that is not empty. */
    private static String joined(String[] parts, String delimiter) {
        List<String> list = Arrays.asList(parts);
        int end = list.size();
        while (end > 0 && list.get(end - 1).isEmpty()) {
            end--;
        }
        return String.join(delimiter, list.subList(0, end));
    }
}
