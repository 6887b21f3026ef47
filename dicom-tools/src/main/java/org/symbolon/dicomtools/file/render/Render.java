package org.symbolon.dicomtools.file.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.Rendering;
import org.symbolon.dicom.image.RenderingOptions;
import org.symbolon.dicomtools.file.internal.OutputFile;

/** Writes the frames of a file, one picture each. */
public record Render(PictureFormat format, FrameChoice frames, RenderingOptions options) {
    /**
     * Pictures beside one another: {@code name.png} for an image of one frame, {@code name.12.png} for frame 12 of several.
     *
     * @return how many were written
     */
    public int write(Path in, Path name) throws IOException {
        FrameReader reader = FrameReader.open(ImageBytes.of(in), ImageLimits.defaults());
        int count = reader.count();
        int end = frames.end(count);
        for (int frame = frames.first(); frame < end; frame++) {
            Rendering picture = Rendering.of(reader, frame, options);
            String number = count == 1 ? "" : "." + (frame + 1);
            OutputFile.write(Path.of(name + number + format.ending()), temporary -> write(picture, temporary));
        }
        return end - frames.first();
    }

    private void write(Rendering picture, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            format.write(picture, out);
        }
    }
}
