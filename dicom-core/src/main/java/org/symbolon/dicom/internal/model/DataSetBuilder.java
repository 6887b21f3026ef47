package org.symbolon.dicom.internal.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.BulkDataResolver;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.ModelLimits;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/**
 * Makes a data set and its items of what JSON or XML says. Text is UTF-8 in it, and (0008,0005) says so where JSON or XML
 * had it or where a character is not ASCII. One builder makes one data set at a time; not thread-safe.
 */
public final class DataSetBuilder {
    private static final String UTF_8 = "ISO_IR 192";

    private final ModelLimits limits;
    private final BulkDataResolver bulkData;
    private long elements;
    private long bytes;
    private boolean extended;

    public DataSetBuilder(ModelLimits limits, BulkDataResolver bulkData) {
        this.limits = limits;
        this.bulkData = bulkData;
    }

    /** Begins a data set: its own elements and bytes count. */
    public DataSet begin() {
        elements = 0;
        bytes = 0;
        extended = false;
        return unicode();
    }

    /** Ends the data set of {@link #begin}. */
    public DataSet end(DataSet dataSet, boolean hadCharacterSet) {
        return hadCharacterSet || extended ? dataSet : dataSet.remove(Tags.SpecificCharacterSet);
    }

    /** Begins an item at that depth, 1 being the first. */
    public DataSet beginItem(int depth, int tag, long offset) {
        if (depth > limits.maxDepth()) {
            throw ModelProblem.limit("Sequences nested deeper than the limit allows", tag, offset);
        }
        count(tag, offset);
        return unicode();
    }

    /** Ends the item: unless it names its own, its character sets are those around it, which are the same. */
    public DataSet endItem(DataSet item, boolean hadCharacterSet) {
        return hadCharacterSet ? item : item.remove(Tags.SpecificCharacterSet);
    }

    private static DataSet unicode() {
        return new DataSet().putString(Tags.SpecificCharacterSet, UTF_8);
    }

    /** Counts an attribute or an item. */
    public void count(int tag, long offset) {
        if (++elements > limits.maxElements()) {
            throw ModelProblem.limit("More attributes and items than the limit allows", tag, offset);
        }
    }

    /** Puts items, or a sequence without any. */
    public void items(DataSet dataSet, int tag, List<DataSet> items) {
        if (tag != Tags.SpecificCharacterSet) {
            dataSet.putSequence(tag, items);
        }
    }

    /** Puts an attribute without value. */
    public void empty(DataSet dataSet, int tag, Vr vr) {
        if (vr == Vr.SQ) {
            items(dataSet, tag, List.of());
        } else if (tag != Tags.SpecificCharacterSet) {
            dataSet.putBytes(tag, vr, new byte[0]);
        }
    }

    /** Puts values that stand with backslashes between them. What (0008,0005) says is past: all text is UTF-8 now. */
    public void values(DataSet dataSet, int tag, Vr vr, CharSequence values, long offset) {
        if (vr.isText()) {
            put(dataSet, tag, vr, text(tag, vr, values.toString(), offset), offset);
            return;
        }
        try {
            put(dataSet, tag, vr, ModelNumbers.bytes(vr, values), offset);
        } catch (IllegalArgumentException e) {
            throw ModelProblem.corrupt(String.valueOf(e.getMessage()), tag, offset, e);
        }
    }

    /** Bytes above 7F have no meaning in VRs of the default repertoire, but are read as ISO 8859-1 and so are kept. */
    private byte[] text(int tag, Vr vr, String text, long offset) {
        if (vr.usesSpecificCharacterSet()) {
            byte[] value = text.getBytes(StandardCharsets.UTF_8);
            extended |= value.length != text.length();
            return value;
        }
        if (text.chars().anyMatch(c -> c > 0xFF)) {
            throw ModelProblem.corrupt("A character outside of the default repertoire", tag, offset);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Puts a value given in Base64 without white space. */
    public void base64(DataSet dataSet, int tag, Vr vr, String text, long offset) {
        byte[] value;
        try {
            value = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw ModelProblem.corrupt("An inline value that is not Base64", tag, offset, e);
        }
        bytes(dataSet, tag, vr, value, offset);
    }

    /** Asks for a value that is elsewhere and puts it, or nothing if it is not to be had. */
    public void reference(DataSet dataSet, int tag, Vr vr, String reference, long offset) throws IOException {
        byte[] value = bulkData.resolve(tag, vr, reference);
        if (value != null) {
            bytes(dataSet, tag, vr, value, offset);
        }
    }

    private void bytes(DataSet dataSet, int tag, Vr vr, byte[] value, long offset) {
        if (vr == Vr.SQ || (vr.isText() && vr.usesSpecificCharacterSet())) {
            throw ModelProblem.corrupt("Bytes in a VR that has values", tag, offset);
        }
        @Nullable List<byte[]> fragments = tag == Tags.PixelData ? FragmentBytes.parse(value) : null;
        if (fragments == null) {
            put(dataSet, tag, vr, value, offset);
        } else {
            countBytes(value.length, tag, offset);
            dataSet.putFragments(tag, vr, fragments);
        }
    }

    private void put(DataSet dataSet, int tag, Vr vr, byte[] value, long offset) {
        countBytes(value.length, tag, offset);
        if (tag != Tags.SpecificCharacterSet) {
            dataSet.putBytes(tag, vr, value);
        }
    }

    private void countBytes(int length, int tag, long offset) {
        bytes += length;
        if (length > limits.maxValueBytes() || bytes > limits.maxDataSetBytes()) {
            throw ModelProblem.limit("Longer values than the limit allows", tag, offset);
        }
    }
}
