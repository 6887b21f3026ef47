package org.symbolon.dicomtools.file.model;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.BulkDataPolicy;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.FileMetaInclusion;
import org.symbolon.dicom.TextLayout;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that {@code json} and {@code xml} share. */
public final class ModelOptions {
    private static final String ABOVE_BYTES = "1024";

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders with all that is below them.")
    private List<Path> paths = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Gets one file each, in sub-folders like the files; without it all go to the standard output.")
    private @Nullable Path out;

    @Option(
            names = "--bulk-data",
            paramLabel = "inline|uri|omit",
            defaultValue = "inline",
            description = "Values above --bulk-above: in the text, as a URI that tells where they lie in the file"
                    + " (file:///a.dcm?offset=N&length=N#TAG), or left out. Default: ${DEFAULT-VALUE}.")
    private BulkDataChoice bulkData = BulkDataChoice.INLINE;

    @Option(
            names = "--bulk-above",
            paramLabel = "BYTES",
            defaultValue = ABOVE_BYTES,
            description = "What --bulk-data calls large; default: ${DEFAULT-VALUE}.")
    private long bulkAbove = Long.parseLong(ABOVE_BYTES);

    @Option(names = "--meta", description = "With the file meta group (0002,xxxx).")
    private boolean meta;

    @Option(names = "--pretty", description = "Indented.")
    private boolean pretty;

    public List<Path> paths() {
        return paths;
    }

    /** Null: the standard output. */
    public @Nullable Path out() {
        return out;
    }

    public BulkDataPolicy bulkData(DicomFile file) {
        return bulkData.policy(file, bulkAbove);
    }

    public FileMetaInclusion fileMeta() {
        return meta ? FileMetaInclusion.INCLUDED : FileMetaInclusion.EXCLUDED;
    }

    public TextLayout layout() {
        return pretty ? TextLayout.INDENTED : TextLayout.COMPACT;
    }
}
