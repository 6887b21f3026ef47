package org.symbolon.archive.internal;

import java.util.HexFormat;
import org.symbolon.model.InstanceRecord;

/** The values of the index, version 1 (docs/format/archive.md). */
final class IndexValues {
    private static final int VERSION = 1;
    private static final int CONFLICT = 0x01;

    /** Value of a cell whose qualifier says everything. */
    private static final byte[] POINTER = {VERSION};

    private IndexValues() {}

    static byte[] pointer() {
        return POINTER.clone();
    }

    static byte[] encode(InstanceRecord instance) {
        return new ValueWriter(VERSION)
                .unsignedByte(instance.conflict() ? CONFLICT : 0)
                .number(instance.length())
                .number(instance.dataSetOffset())
                .raw(HexFormat.of().parseHex(instance.dataSetSha256()))
                .integer(instance.rows())
                .integer(instance.columns())
                .integer(instance.numberOfFrames())
                .text(instance.location())
                .text(instance.transferSyntaxUid())
                .text(instance.sopClassUid())
                .text(instance.sopInstanceUid())
                .text(instance.seriesInstanceUid())
                .text(instance.studyInstanceUid())
                .text(instance.accessionNumber())
                .text(instance.patientId())
                .text(instance.modality())
                .text(instance.seriesNumber())
                .text(instance.instanceNumber())
                .toBytes();
    }

    static InstanceRecord instance(byte[] value) {
        return ValueReader.read(value, VERSION, in -> {
            int flags = in.unsignedByte();
            long length = in.number();
            long dataSetOffset = in.number();
            String sha256 = HexFormat.of().formatHex(in.raw(Sha256.BYTES));
            int rows = in.integer();
            int columns = in.integer();
            int frames = in.integer();
            return new InstanceRecord(
                    in.text(),
                    length,
                    dataSetOffset,
                    sha256,
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    in.text(),
                    rows,
                    columns,
                    frames,
                    (flags & CONFLICT) != 0);
        });
    }

    static byte[] encode(SeriesSummary summary) {
        return new ValueWriter(VERSION)
                .text(summary.studyInstanceUid())
                .text(summary.accessionNumber())
                .text(summary.patientId())
                .text(summary.modality())
                .text(summary.seriesNumber())
                .toBytes();
    }

    static SeriesSummary summary(byte[] value) {
        return ValueReader.read(
                value, VERSION, in -> new SeriesSummary(in.text(), in.text(), in.text(), in.text(), in.text()));
    }
}
