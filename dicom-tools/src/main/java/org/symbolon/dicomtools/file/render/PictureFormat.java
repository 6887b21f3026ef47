package org.symbolon.dicomtools.file.render;

import java.io.IOException;
import java.io.OutputStream;
import org.symbolon.dicom.image.Rendering;

/** What pictures are written as. */
public enum PictureFormat {
    PNG(".png"),
    JPEG(".jpg");

    private final String ending;

    PictureFormat(String ending) {
        this.ending = ending;
    }

    /** With the dot. */
    public String ending() {
        return ending;
    }

    void write(Rendering picture, OutputStream out) throws IOException {
        if (this == PNG) {
            picture.writePng(out);
        } else {
            picture.writeJpeg(out);
        }
    }
}
