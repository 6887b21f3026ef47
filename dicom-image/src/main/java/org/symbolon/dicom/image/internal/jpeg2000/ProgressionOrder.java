package org.symbolon.dicom.image.internal.jpeg2000;

/** In which order packets follow one another (T.800 A.6.1, table A.16, and B.12.1). */
enum ProgressionOrder {
    LAYER_RESOLUTION_COMPONENT_POSITION,
    RESOLUTION_LAYER_COMPONENT_POSITION,
    RESOLUTION_POSITION_COMPONENT_LAYER,
    POSITION_COMPONENT_RESOLUTION_LAYER,
    COMPONENT_POSITION_RESOLUTION_LAYER;

    static ProgressionOrder of(int code) {
        if (code >= values().length) {
            throw Faults.corrupt("An unknown progression order");
        }
        return values()[code];
    }
}
