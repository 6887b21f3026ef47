package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** A part of the packets in one order: an entry of POC (T.800 A.6.6), or all of them. Ends lie outside. */
record ProgressionVolume(
        int firstResolution,
        int firstComponent,
        int layerEnd,
        int resolutionEnd,
        int componentEnd,
        ProgressionOrder order) {
    static List<ProgressionVolume> read(Segment in, int components) {
        List<ProgressionVolume> volumes = new ArrayList<>();
        boolean narrow = components < 257;
        while (in.remaining() > 0) {
            int firstResolution = in.uint8();
            int firstComponent = narrow ? in.uint8() : in.uint16();
            int layerEnd = in.uint16();
            int resolutionEnd = in.uint8();
            int componentEnd = narrow ? in.uint8() : in.uint16();
            // Zero stands for 256 where a byte is too short for it.
            componentEnd = componentEnd == 0 ? components : Math.min(componentEnd, components);
            volumes.add(new ProgressionVolume(
                    firstResolution,
                    firstComponent,
                    layerEnd,
                    resolutionEnd,
                    componentEnd,
                    ProgressionOrder.of(in.uint8())));
        }
        return volumes;
    }
}
