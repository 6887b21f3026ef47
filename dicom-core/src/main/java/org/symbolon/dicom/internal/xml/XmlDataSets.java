package org.symbolon.dicom.internal.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.BulkDataResolver;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.ModelLimits;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.internal.model.AttributeText;
import org.symbolon.dicom.internal.model.DataSetBuilder;
import org.symbolon.dicom.internal.model.ModelProblem;

/** The data set of a Native DICOM Model. Recursion is as deep as the limit on nesting. */
public final class XmlDataSets {
    private final XmlTokens xml;
    private final ModelLimits limits;
    private final DataSetBuilder builder;

    public XmlDataSets(InputStream in, ModelLimits limits, BulkDataResolver bulkData) throws IOException {
        this.xml = new XmlTokens(in);
        this.limits = limits;
        this.builder = new DataSetBuilder(limits, bulkData);
    }

    public DataSet read() throws IOException {
        String root = xml.child();
        if (!"NativeDicomModel".equals(root)) {
            throw xml.corrupt("A document that is not a Native DICOM Model");
        }
        DataSet dataSet = builder.begin();
        boolean hadCharacterSet = attributes(dataSet, 0);
        if (xml.child() != null) {
            throw xml.corrupt("Something behind the end of the model");
        }
        return builder.end(dataSet, hadCharacterSet);
    }

    private boolean attributes(DataSet dataSet, int depth) throws IOException {
        boolean hadCharacterSet = false;
        PrivateBlocks blocks = new PrivateBlocks(dataSet, builder);
        for (String name = xml.child(); name != null; name = xml.child()) {
            if (!name.equals("DicomAttribute")) {
                throw xml.corrupt("Something else than an attribute in a data set");
            }
            int tag = attribute(dataSet, blocks, depth, hadCharacterSet);
            hadCharacterSet |= tag == Tags.SpecificCharacterSet;
        }
        return hadCharacterSet;
    }

    private int attribute(DataSet dataSet, PrivateBlocks blocks, int depth, boolean hadCharacterSet)
            throws IOException {
        String digits = xml.attribute("tag");
        int written = digits == null ? -1 : AttributeText.parseTag(digits);
        if (written == -1 || Tag.isGroupLength(written) || Tag.group(written) == Tag.group(Tag.Item)) {
            throw xml.corrupt("An attribute without a tag that the model has");
        }
        String creator = creator(written);
        Vr vr = vr(written, creator, xml.attribute("vr"));
        int tag = creator == null ? written : blocks.place(written, creator, xml.offset());
        boolean known = hadCharacterSet || tag != Tags.SpecificCharacterSet;
        if (tag == -1 || (known && dataSet.contains(tag))) {
            throw ModelProblem.corrupt("An attribute that comes twice", written, xml.offset());
        }
        builder.count(tag, xml.offset());
        content(dataSet, tag, vr, depth);
        return tag;
    }

    private @Nullable String creator(int tag) {
        String creator = xml.attribute("privateCreator");
        if (creator == null || !Tag.isPrivate(tag)) {
            return null;
        }
        String trimmed = creator.strip();
        if (trimmed.isEmpty() || trimmed.chars().anyMatch(c -> c == '\\' || c < ' ')) {
            throw ModelProblem.corrupt("A private creator that is no long string", tag, xml.offset());
        }
        return trimmed;
    }

    private Vr vr(int tag, @Nullable String creator, @Nullable String letters) {
        if (letters == null) {
            return Dictionary.standard().vr(tag, creator);
        }
        boolean two = letters.length() == 2 && letters.charAt(0) < 0x80 && letters.charAt(1) < 0x80;
        Vr vr = two ? Vr.of(letters.charAt(0) << 8 | letters.charAt(1)) : null;
        if (vr == null) {
            throw ModelProblem.corrupt("A VR that the standard does not have", tag, xml.offset());
        }
        return vr;
    }

    private void content(DataSet dataSet, int tag, Vr vr, int depth) throws IOException {
        XmlValues values = new XmlValues(xml, limits, tag);
        List<DataSet> items = new ArrayList<>();
        String inline = null;
        String reference = null;
        int children = 0;
        for (String name = xml.child(); name != null; name = xml.child()) {
            children++;
            switch (name) {
                case "Value" -> values.value();
                case "PersonName" -> values.personName();
                case "Item" -> {
                    DataSet item = builder.beginItem(depth + 1, tag, xml.offset());
                    items.add(builder.endItem(item, attributes(item, depth + 1)));
                }
                case "InlineBinary" -> inline = values.base64();
                case "BulkData" -> {
                    reference = xml.attribute("uri") == null ? xml.attribute("uuid") : xml.attribute("uri");
                    xml.skip();
                    if (reference == null) {
                        throw xml.corrupt("Bulk data without a reference");
                    }
                }
                default -> throw xml.corrupt("An element that the Native DICOM Model does not have");
            }
        }
        boolean single = inline != null || reference != null;
        boolean mixed = (single && children > 1) || (!items.isEmpty() && values.count() > 0);
        if (mixed
                || values.isWrongFor(vr)
                || (!items.isEmpty() && vr != Vr.SQ)
                || (vr == Vr.SQ && values.count() > 0)) {
            throw ModelProblem.corrupt("Content that the VR does not have", tag, xml.offset());
        }
        if (inline != null) {
            builder.base64(dataSet, tag, vr, inline, xml.offset());
        } else if (reference != null) {
            builder.reference(dataSet, tag, vr, reference, xml.offset());
        } else if (values.count() > 0) {
            builder.values(dataSet, tag, vr, values.text(), xml.offset());
        } else if (items.isEmpty()) {
            builder.empty(dataSet, tag, vr);
        } else {
            builder.items(dataSet, tag, items);
        }
    }
}
