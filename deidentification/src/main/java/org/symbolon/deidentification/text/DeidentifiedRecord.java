package org.symbolon.deidentification.text;

import java.util.function.Supplier;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.record.RecordFormat;

/**
 * A record in two halves. Immutable, as long as nobody writes into {@link #content}, which is not copied; holds nothing open.
 * {@link #toString} shows nothing of it.
 */
public final class DeidentifiedRecord {
    private final RecordFormat format;
    private final byte[] content;
    private final IdentityHalf half;
    private final Supplier<RecordSummary> summary;

    DeidentifiedRecord(RecordFormat format, byte[] content, IdentityHalf half, Supplier<RecordSummary> summary) {
        this.format = format;
        this.content = content;
        this.half = half;
        this.summary = summary;
    }

    public RecordFormat format() {
        return format;
    }

    /** Under which the data centre keeps it: 32 or 64 lower-case hexadecimal digits. */
    public String documentId() {
        return half.key().sopUid();
    }

    /** The anonymous bytes, in the format and character set of the original. Not a copy: callers read only. */
    public byte[] content() {
        return content;
    }

    /** Of {@link #content}, in lower-case hexadecimal. */
    public String sha256() {
        return half.key().dataSetSha256();
    }

    /** To be committed before {@link #content} leaves. */
    public IdentityHalf identityHalf() {
        return half;
    }

    /** What was done, counted. */
    public RecordSummary summary() {
        return summary.get();
    }

    @Override
    public String toString() {
        return "de-identified " + format + " record";
    }
}
