package org.symbolon.dicom.internal.xml;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.internal.Numbers;
import org.symbolon.dicom.internal.model.AttributeSink;
import org.symbolon.dicom.internal.model.AttributeText;
import org.symbolon.dicom.internal.model.Base64Text;

/** Attributes as {@code DicomAttribute} elements (PS3.19 tables A.1.5-2 to A.1.5-6). */
public final class XmlAttributes implements AttributeSink {
    static final String[] NAME_GROUPS = {"Alphabetic", "Ideographic", "Phonetic"};
    static final String[] NAME_COMPONENTS = {"FamilyName", "GivenName", "MiddleName", "NamePrefix", "NameSuffix"};

    /** The element number in its block; the number of the block means nothing once the creator is named. */
    private static final int ELEMENT_IN_BLOCK = 0xFFFF00FF;

    /** Stands for a control character; where only the default repertoire is allowed, a question mark does. */
    private static final char REPLACEMENT = '\uFFFD';

    private final XmlOut xml;
    private @Nullable Base64Text binary;

    public XmlAttributes(XmlOut xml) {
        this.xml = xml;
    }

    @Override
    public void beginAttribute(int tag, Vr vr, @Nullable String privateCreator) throws IOException {
        String creator = Tag.element(tag) > 0xFF ? privateCreator : null;
        xml.begin("DicomAttribute");
        xml.attribute("tag", AttributeText.tag(creator == null ? tag : tag & ELEMENT_IN_BLOCK));
        xml.attribute("vr", vr.name());
        String keyword = Tag.isPrivate(tag) ? "" : Dictionary.standard().keyword(tag);
        if (!keyword.isEmpty()) {
            xml.attribute("keyword", keyword);
        }
        if (creator != null) {
            xml.attribute("privateCreator", creator);
        }
    }

    @Override
    public void endAttribute() {
        xml.end();
    }

    @Override
    public void texts(Vr vr, List<String> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (vr != Vr.PN) {
                value(i + 1, values.get(i), vr.usesSpecificCharacterSet() ? REPLACEMENT : '?');
                continue;
            }
            String[] groups = groups(values.get(i));
            if (values.size() > 1 || !String.join("", groups).isEmpty()) {
                personName(i + 1, groups);
            }
        }
    }

    @Override
    public void numbers(Vr vr, byte[] littleEndian) throws IOException {
        List<String> values = Numbers.texts(vr, littleEndian);
        for (int i = 0; i < values.size(); i++) {
            String text = values.get(i);
            value(i + 1, vr == Vr.AT ? text.substring(1, 5) + text.substring(6, 10) : text, REPLACEMENT);
        }
    }

    @Override
    public void binary(byte[] bytes, int offset, int length) throws IOException {
        Base64Text text = binary;
        if (text == null) {
            xml.begin("InlineBinary");
            text = new Base64Text(xml.content());
            binary = text;
        }
        text.write(bytes, offset, length);
    }

    @Override
    public void endBinary() throws IOException {
        if (binary != null) {
            binary.end();
            binary = null;
            xml.end();
        }
    }

    @Override
    public void reference(String uri) throws IOException {
        xml.begin("BulkData");
        xml.attribute("uri", uri);
        xml.end();
    }

    @Override
    public void beginItem(int number) throws IOException {
        numbered("Item", number);
    }

    @Override
    public void endItem() {
        xml.end();
    }

    private void value(int number, String text, char replacement) throws IOException {
        numbered("Value", number);
        if (!text.isEmpty()) {
            xml.text(text, replacement);
        }
        xml.end();
    }

    private void numbered(String element, int number) throws IOException {
        xml.begin(element);
        xml.attribute("number", Integer.toString(number));
    }

    /** Empty components at the end have no element, so a group of nothing else has none either. */
    private void personName(int number, String[] groups) throws IOException {
        numbered("PersonName", number);
        for (int i = 0; i < Math.min(groups.length, NAME_GROUPS.length); i++) {
            if (!groups[i].isEmpty()) {
                xml.begin(NAME_GROUPS[i]);
                components(groups[i]);
                xml.end();
            }
        }
        xml.end();
    }

    private static String[] groups(String name) {
        String[] groups = name.split("=", -1);
        for (int i = 0; i < groups.length; i++) {
            groups[i] = AttributeText.withoutEnd(groups[i], "^ \0");
        }
        return groups;
    }

    /** What stands behind a fifth delimiter, against the standard, stays with the last component. */
    private void components(String group) throws IOException {
        String[] components = group.split("\\^", NAME_COMPONENTS.length);
        for (int i = 0; i < components.length; i++) {
            String component = AttributeText.trimmed(components[i]);
            if (!component.isEmpty()) {
                xml.begin(NAME_COMPONENTS[i]);
                xml.text(component, REPLACEMENT);
                xml.end();
            }
        }
    }
}
