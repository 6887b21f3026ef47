package org.symbolon.testkit.score;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TagPath;
import org.symbolon.dicom.Tags;

/** All values of an object by their place, and the bytes of its data set. */
final class DicomValues {
    private static final int MAX_BYTES = 64 << 20;

    private final Map<String, List<String>> byPlace;
    private final byte[] dataSet;
    private final byte[] pixelData;

    private DicomValues(Map<String, List<String>> byPlace, byte[] dataSet, byte[] pixelData) {
        this.byPlace = byPlace;
        this.dataSet = dataSet;
        this.pixelData = pixelData;
    }

    static DicomValues read(Path file) throws IOException {
        DicomFile dicom = DicomFile.open(file);
        DataSet data = dicom.dataSet(ReaderOptions.defaults());
        Map<String, List<String>> byPlace = new LinkedHashMap<>();
        data.walk(at -> byPlace.computeIfAbsent(place(at.path()), key -> new ArrayList<>())
                .add(text(at)));
        Element pixels = data.element(Tags.PixelData);
        byte[] all;
        try (InputStream in = dicom.dataSetStream()) {
            all = in.readNBytes(MAX_BYTES);
        }
        return new DicomValues(byPlace, all, pixels == null ? new byte[0] : pixels.accept(new ElementBytes()));
    }

    static String sopInstanceUid(Path file) throws IOException {
        return DicomFile.open(file)
                .dataSet(ReaderOptions.defaults().withStopBefore(Tags.StudyDate))
                .string(Tags.SOPInstanceUID);
    }

    /** The values of all items; empty if the place is nowhere. */
    List<String> at(String place) {
        return byPlace.getOrDefault(place, List.of());
    }

    boolean has(String place) {
        return byPlace.containsKey(place);
    }

    /** Inflated if the file is deflated. Not to be modified. */
    byte[] dataSet() {
        return dataSet;
    }

    /** The value of Pixel Data, fragments one after the other. Not to be modified. */
    byte[] pixelData() {
        return pixelData;
    }

    private static String place(TagPath path) {
        return path.toString().replaceAll("\\[\\d+]", "");
    }

    private static String text(DataSet.ElementAt at) {
        Element element = at.element();
        if (element.vr().isText()) {
            return String.join("\\", at.holder().strings(element.tag()));
        }
        byte[] bytes = element.accept(new ElementBytes());
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        return latin + "\n" + new String(bytes, StandardCharsets.UTF_8);
    }
}
