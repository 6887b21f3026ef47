package org.symbolon.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.deidentification.OriginalValue;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

class CrosswalkValuesTest {
    @Test
    void seeksWhatWasRemovedButNotWhatWasAlsoRetained(@TempDir Path folder) throws IOException {
        DataSet dataSet = new DataSet();
        dataSet.put(Tags.SOPClassUID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2");
        dataSet.put(Tags.SOPInstanceUID, Vr.UI, "1.2.3.4.5");
        dataSet.put(Tags.PatientName, Vr.PN, "Jonaitis^Petras");
        dataSet.put(Tags.StudyDescription, Vr.LO, "Imaginary 64 of Jonaitis");
        dataSet.put(Tags.ManufacturerModelName, Vr.LO, "Imaginary 64");
        Path file = folder.resolve("a.dcm");
        Part10Writer.write(file, dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        CrosswalkValues values = new CrosswalkValues(Profiles.byName("archive"));
        values.add(
                file,
                List.of(
                        removed(Tags.PatientName, Vr.PN, "Jonaitis^Petras "),
                        removed(Tags.StudyDescription, Vr.LO, "Imaginary 64 of Jonaitis"),
                        removed(Tags.DeviceSerialNumber, Vr.LO, "Imaginary 64"),
                        removed(Tags.StationName, Vr.SH, "ANONYMIZED"),
                        removed(Tags.PatientBirthDate, Vr.DA, "19610117"),
                        removed(0x00291009, Vr.LO, "20060811"),
                        removed(Tags.AccessionNumber, Vr.SH, "00000000")));

        assertThat(values.sought().stream()
                        .map(value -> new String(value.bytes(), StandardCharsets.US_ASCII))
                        .toList())
                .containsExactlyInAnyOrder("Jonaitis^Petras", "Jonaitis", "Imaginary 64 of Jonaitis");
    }

    private static OriginalValue removed(int tag, Vr vr, String value) {
        return new OriginalValue(tag, vr, value.getBytes(StandardCharsets.US_ASCII), 0);
    }
}
