package org.symbolon.dicom.image.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;

/** From stored values to those of the modality (PS3.3 C.11.1). */
@FunctionalInterface
interface ModalityTransform {
    double apply(double stored);

    static ModalityTransform of(@Nullable DataSet attributes, boolean signed) {
        if (attributes == null) {
            return stored -> stored;
        }
        List<DataSet> tables = attributes.sequence(Tags.ModalityLUTSequence);
        if (!tables.isEmpty()) {
            LookupTable table = LookupTable.of(tables.get(0), Tags.LUTDescriptor, Tags.LUTData, signed);
            return stored -> table.apply(Math.round(stored));
        }
        Double slope = FrameAttributes.number(attributes.string(Tags.RescaleSlope));
        Double intercept = FrameAttributes.number(attributes.string(Tags.RescaleIntercept));
        double factor = slope == null || slope == 0 ? 1 : slope;
        double offset = intercept == null ? 0 : intercept;
        return stored -> stored * factor + offset;
    }
}
