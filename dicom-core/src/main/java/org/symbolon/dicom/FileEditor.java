package org.symbolon.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.IntPredicate;
import org.symbolon.dicom.internal.ChannelOutput;
import org.symbolon.dicom.internal.DeflatedOutput;
import org.symbolon.dicom.internal.edit.Differences;
import org.symbolon.dicom.internal.edit.Edit;
import org.symbolon.dicom.internal.edit.EditScan;
import org.symbolon.dicom.internal.edit.EditTree;
import org.symbolon.dicom.internal.edit.Splice;
import org.symbolon.dicom.internal.edit.SplicedCopy;

/**
 * Writes a file again with a few elements changed. Every byte that no edit concerns stays as it is: preamble, order,
 * padding, encodings of lengths, whatever follows the data set; defined lengths around an edit and group lengths, where
 * there are any, are made right. Without edits the copy is identical, a deflated data set too; one that was edited is
 * deflated anew. Pixel data goes from file to file without passing the heap.
 *
 * <p>A path with a tag of group 0002 edits the file meta group. A new element is put in the order of tags, an existing
 * one is replaced where it stands, with the VR of the edit. Items and sequences on the way are made if there is none of
 * that number. Text is encoded with the character set in force at its place. Not thread-safe; holds no open file.
 */
public final class FileEditor {
    private static final int META_GROUP = 0x0002;
    private static final int AFTER_META = 0x00030000;
    private static final int PREAMBLE_BYTES = 128;
    private static final int PREFIX = 0x4449434D;

    private final DicomFile file;
    private final ReaderOptions options;
    private final EditTree dataSetEdits = new EditTree();
    private final EditTree metaEdits = new EditTree();
    private IntPredicate removed = tag -> false;
    private boolean removesByTag;

    private FileEditor(DicomFile file, ReaderOptions options) {
        this.file = file;
        this.options = options;
    }

    /** Edits a file that {@link Leniency#TOLERANT} reads. */
    public static FileEditor of(DicomFile file) {
        return of(file, ReaderOptions.defaults());
    }

    /** As {@link #of(DicomFile)} with other limits and leniency. */
    public static FileEditor of(DicomFile file, ReaderOptions options) {
        return new FileEditor(file, options);
    }

    /** Puts text values, or numbers in decimal, of that VR. */
    public FileEditor put(TagPath path, Vr vr, String... values) {
        return edit(path, target -> target.put(path.tag(), vr, values));
    }

    /**
     * Puts values with the VR of the standard dictionary.
     *
     * @throws IllegalArgumentException if the dictionary does not know it
     */
    public FileEditor put(TagPath path, String... values) {
        Vr vr = Dictionary.standard().vr(path.tag());
        if (vr == Vr.UN || vr == Vr.SQ) {
            throw new IllegalArgumentException("The dictionary has no VR of values for " + Tag.format(path.tag()));
        }
        return put(path, vr, values);
    }

    /** Puts an element into the item, or the top level, in which the path ends. */
    public FileEditor put(TagPath.Items place, Element element) {
        return edit(place.tag(element.tag()), target -> target.put(element));
    }

    /** Takes an element away, if there is one. */
    public FileEditor remove(TagPath path) {
        return edit(path, Edit.REMOVE);
    }

    /** Takes all elements of the data set away, at every depth, whose tags are like that and which are not put. */
    public FileEditor removeAll(IntPredicate tags) {
        removed = removed.or(tags);
        removesByTag = true;
        return this;
    }

    /**
     * Takes over everything in which the data set differs from that of the file. The data set is one that was read of the
     * file and changed since.
     */
    public FileEditor apply(DataSet edited) throws IOException {
        ReaderOptions limits =
                options.withLargeValuesAbove(Math.min(options.largeValuesAbove(), options.maxValueBytes()));
        Differences.find(file.dataSet(limits), edited, TagPath.ROOT, dataSetEdits);
        return this;
    }

    private FileEditor edit(TagPath path, Edit edit) {
        int first = path.items().isEmpty() ? path.tag() : path.items().get(0).sequence();
        if (Tag.group(first) == META_GROUP) {
            if (file.fileMeta().isEmpty()) {
                throw new IllegalArgumentException("The file has no file meta group");
            }
            metaEdits.add(path, edit);
        } else {
            dataSetEdits.add(path, edit);
        }
        return this;
    }

    /** Writes the file; an existing one is replaced, also the one that is edited. If that fails there is no file. */
    public void write(Path path) throws IOException {
        boolean inPlace = Files.exists(path) && Files.isSameFile(path, file.path());
        Path target = inPlace ? path.resolveSibling(path.getFileName() + ".part") : path;
        boolean written = false;
        try (FileChannel out = FileChannel.open(
                target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            write(out);
            written = true;
        } finally {
            if (!written) {
                Files.deleteIfExists(target);
            }
        }
        if (inPlace) {
            Files.move(target, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes the whole file to a channel, which stays open. */
    public void write(WritableByteChannel channel) throws IOException {
        ChannelOutput out = new ChannelOutput(channel);
        try (FileChannel in = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            long metaStart = metaStart(in);
            out.transfer(in, 0, metaStart);
            SplicedCopy.write(in, metaStart, file.dataSetOffset(), metaSplices(in, metaStart), out);
            writeDataSet(in, out);
        }
        out.flush();
    }

    private void writeDataSet(FileChannel in, ChannelOutput out) throws IOException {
        List<Splice> splices = dataSetSplices();
        if (splices.isEmpty() || !file.transferSyntax().deflated()) {
            SplicedCopy.write(in, file.dataSetOffset(), in.size(), splices, out);
            return;
        }
        try (InputStream inflated = file.dataSetStream();
                DeflatedOutput deflated = new DeflatedOutput(out)) {
            SplicedCopy.write(inflated, splices, deflated);
            deflated.finish();
        }
    }

    private List<Splice> dataSetSplices() throws IOException {
        if (dataSetEdits.isEmpty() && !removesByTag) {
            return List.of();
        }
        try (DataSetReader reader = file.reader(options)) {
            return EditScan.scan(reader, dataSetEdits, removed);
        }
    }

    private List<Splice> metaSplices(FileChannel in, long metaStart) throws IOException {
        if (metaEdits.isEmpty()) {
            return List.of();
        }
        // The reader is not closed: it would close the channel.
        DataSetReader reader = DataSetReader.of(
                in, metaStart, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, options.withStopBefore(AFTER_META));
        return EditScan.scan(reader, metaEdits, tag -> false);
    }

    private long metaStart(FileChannel in) throws IOException {
        if (file.fileMeta().isEmpty()) {
            return file.dataSetOffset();
        }
        ByteBuffer first = ByteBuffer.allocate(Integer.BYTES);
        in.read(first, 0);
        boolean prefix = !first.hasRemaining() && first.getInt(0) == PREFIX;
        long bare = prefix ? Integer.BYTES : 0;
        return file.hasPreamble() ? PREAMBLE_BYTES + Integer.BYTES : bare;
    }
}
