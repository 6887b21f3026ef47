package org.symbolon.dicom;

import java.util.function.Function;

/**
 * Decides what becomes of a value when a data set is written as JSON (PS3.18 F.2.6) or XML (PS3.19 A.1). Asked once for
 * every value that is neither empty nor a sequence, with encapsulated pixel data counting as one value.
 */
@FunctionalInterface
public interface BulkDataPolicy {
    /** What becomes of a value. */
    sealed interface Choice {
        /** It stands in the text itself. */
        record Inline() implements Choice {}

        /** A URI stands for it. */
        record Reference(String uri) implements Choice {}

        /** The attribute is left out altogether, so that nobody takes it for an empty one. */
        record Omit() implements Choice {}
    }

    Choice choose(BulkDataReference value);

    /** Everything stands in the text; whatever its size it is streamed, never held. */
    static BulkDataPolicy inline() {
        return value -> new Choice.Inline();
    }

    /** A URI for values longer than that, and for encapsulated pixel data, where the VR allows it. */
    static BulkDataPolicy referenceAbove(long bytes, Function<BulkDataReference, String> uri) {
        return value -> isAbove(bytes, value) ? new Choice.Reference(uri.apply(value)) : new Choice.Inline();
    }

    /** Nothing for values longer than that, nor for encapsulated pixel data. */
    static BulkDataPolicy omitAbove(long bytes) {
        return value -> isAbove(bytes, value) ? new Choice.Omit() : new Choice.Inline();
    }

    private static boolean isAbove(long bytes, BulkDataReference value) {
        return value.mayBeBulkData() && (value.bytes() == BulkDataReference.FRAGMENTS || value.bytes() > bytes);
    }
}
