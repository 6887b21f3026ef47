package org.symbolon.dicom.internal.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.symbolon.dicom.BulkDataPolicy;
import org.symbolon.dicom.BulkDataPolicy.Choice;
import org.symbolon.dicom.BulkDataReference;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.LargeValue;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** Tells the attributes of a data set in memory, as {@link AttributeWalk} those of one that is read. */
public final class DataSetWalk {
    private static final long NO_OFFSET = -1;

    private final AttributeSink sink;
    private final BulkDataPolicy bulkData;
    private final AttributeValues values;

    public DataSetWalk(AttributeSink sink, BulkDataPolicy bulkData) {
        this.sink = sink;
        this.bulkData = bulkData;
        this.values = new AttributeValues(sink);
    }

    public void walk(DataSet dataSet) throws IOException {
        walk(dataSet, "");
    }

    private void walk(DataSet dataSet, String path) throws IOException {
        Attributes attributes = new Attributes(dataSet, path);
        for (Element element : dataSet) {
            if (!Tag.isGroupLength(element.tag())) {
                element.accept(attributes);
            }
        }
    }

    /** Each method tells whether the attribute was given with its value or items. */
    private final class Attributes implements Element.Visitor<Boolean, IOException> {
        private final DataSet dataSet;
        private final String path;

        Attributes(DataSet dataSet, String path) {
            this.dataSet = dataSet;
            this.path = path;
        }

        @Override
        public Boolean value(Element.Value element) throws IOException {
            byte[] bytes = element.bytes();
            if (!begin(element.tag(), element.vr(), bytes.length, NO_OFFSET)) {
                return false;
            }
            if (bytes.length > 0) {
                values.write(element.tag(), element.vr(), bytes, dataSet.characterSets());
            }
            sink.endAttribute();
            return true;
        }

        @Override
        public Boolean sequence(Element.Sequence element) throws IOException {
            sink.beginAttribute(element.tag(), Vr.SQ, dataSet.privateCreator(element.tag()));
            int number = 0;
            for (DataSet item : element.items()) {
                sink.beginItem(++number);
                walk(item, path + AttributeText.tag(element.tag()) + "/" + number + "/");
                sink.endItem();
            }
            sink.endAttribute();
            return true;
        }

        @Override
        public Boolean fragments(Element.Fragments element) throws IOException {
            List<byte[]> fragments = element.fragments();
            if (!begin(element.tag(), element.vr(), BulkDataReference.FRAGMENTS, NO_OFFSET)) {
                return false;
            }
            for (byte[] fragment : fragments) {
                values.beginFragment(fragment.length);
                sink.binary(fragment, 0, fragment.length);
            }
            return endBinary();
        }

        @Override
        public Boolean large(Element.Large element) throws IOException {
            LargeValue value = element.value();
            if (!begin(element.tag(), element.vr(), value.length(), value.offset())) {
                return false;
            }
            try (InputStream in = value.stream()) {
                if (AttributeValues.isBinary(element.vr())) {
                    values.binary(in, 1);
                    sink.endBinary();
                } else {
                    values.write(element.tag(), element.vr(), in.readAllBytes(), dataSet.characterSets());
                }
            }
            sink.endAttribute();
            return true;
        }

        @Override
        public Boolean largeFragments(Element.LargeFragments element) throws IOException {
            if (!begin(element.tag(), element.vr(), BulkDataReference.FRAGMENTS, NO_OFFSET)) {
                return false;
            }
            for (LargeValue fragment : element.fragments()) {
                values.beginFragment(fragment.length());
                try (InputStream in = fragment.stream()) {
                    values.binary(in, 1);
                }
            }
            return endBinary();
        }

        private boolean endBinary() throws IOException {
            sink.endBinary();
            sink.endAttribute();
            return true;
        }

        /** Begins an attribute whose value is to stand in the text; else does what was chosen instead. */
        private boolean begin(int tag, Vr vr, long bytes, long offset) throws IOException {
            Choice choice = bytes == 0
                    ? new Choice.Inline()
                    : bulkData.choose(new BulkDataReference(path + AttributeText.tag(tag), tag, vr, bytes, offset));
            if (choice instanceof Choice.Omit) {
                return false;
            }
            sink.beginAttribute(tag, vr, dataSet.privateCreator(tag));
            if (choice instanceof Choice.Reference reference) {
                sink.reference(reference.uri());
                sink.endAttribute();
                return false;
            }
            return true;
        }
    }
}
