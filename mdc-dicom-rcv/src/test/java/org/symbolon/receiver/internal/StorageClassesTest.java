package org.symbolon.receiver.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.dicom.Uids;

class StorageClassesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                Uids.CTImageStorage,
                Uids.HangingProtocolStorage,
                Uids.HardcopyGrayscaleImageStorage,
                Uids.RTBeamsDeliveryInstructionStorage,
                Uids.NuclearMedicineImageStorageRetired,
                // of a later edition, of a vendor, of nobody known
                "1.2.840.10008.5.1.4.1.1.9999.1",
                "1.3.46.670589.11.0.0.12.1",
                "2.25.152752519834663263826301420581341174218"
            })
    void takesEveryStorageClass(String uid) {
        assertThat(StorageClasses.isStorage(uid)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Uids.Verification,
                Uids.StorageCommitmentPushModel,
                Uids.MediaStorageDirectoryStorage,
                Uids.StudyRootQueryRetrieveInformationModelGet,
                Uids.ModalityPerformedProcedureStep,
                "",
                "not a uid"
            })
    void takesNothingElse(String uid) {
        assertThat(StorageClasses.isStorage(uid)).isFalse();
    }

    @Test
    void choosesWhatTheRequesterNamesFirst() {
        assertThat(StorageClasses.choose(List.of("1.2.3", Uids.JPEG2000, Uids.ExplicitVRLittleEndian)))
                .isEqualTo(Uids.JPEG2000);
        assertThat(StorageClasses.choose(List.of("1.2.3"))).isNull();
    }
}
