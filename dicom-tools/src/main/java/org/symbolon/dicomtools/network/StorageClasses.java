package org.symbolon.dicomtools.network;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.model.Uid;

/** Which SOP classes are objects to be stored, and what to propose in order to receive them. */
final class StorageClasses {
    /** Every storage class of PS3.4 table B.5-1 stands under it, those of later editions too. */
    private static final String STORAGE_ROOT = "1.2.840.10008.5.1.4.1.1.";

    /** What most archives are full of: these are also taken in each of the usual compressions. */
    private static final List<String> IMAGES = List.of(
            Uids.CTImageStorage,
            Uids.MRImageStorage,
            Uids.ComputedRadiographyImageStorage,
            Uids.DigitalXRayImageStorageForPresentation,
            Uids.UltrasoundImageStorage,
            Uids.UltrasoundMultiFrameImageStorage,
            Uids.SecondaryCaptureImageStorage,
            Uids.XRayAngiographicImageStorage,
            Uids.DigitalMammographyXRayImageStorageForPresentation,
            Uids.EnhancedCTImageStorage,
            Uids.EnhancedMRImageStorage);

    private static final List<String> OTHERS = List.of(
            Uids.NuclearMedicineImageStorage,
            Uids.PositronEmissionTomographyImageStorage,
            Uids.XRayRadiofluoroscopicImageStorage,
            Uids.DigitalXRayImageStorageForProcessing,
            Uids.DigitalMammographyXRayImageStorageForProcessing,
            Uids.DigitalIntraOralXRayImageStorageForPresentation,
            Uids.BreastTomosynthesisImageStorage,
            Uids.EnhancedPETImageStorage,
            Uids.EnhancedXAImageStorage,
            Uids.MultiFrameSingleBitSecondaryCaptureImageStorage,
            Uids.MultiFrameGrayscaleByteSecondaryCaptureImageStorage,
            Uids.MultiFrameGrayscaleWordSecondaryCaptureImageStorage,
            Uids.MultiFrameTrueColorSecondaryCaptureImageStorage,
            Uids.VLEndoscopicImageStorage,
            Uids.VLMicroscopicImageStorage,
            Uids.VLPhotographicImageStorage,
            Uids.VLWholeSlideMicroscopyImageStorage,
            Uids.OphthalmicPhotography8BitImageStorage,
            Uids.OphthalmicTomographyImageStorage,
            Uids.VideoEndoscopicImageStorage,
            Uids.VideoPhotographicImageStorage,
            Uids.GrayscaleSoftcopyPresentationStateStorage,
            Uids.ColorSoftcopyPresentationStateStorage,
            Uids.BasicTextSRStorage,
            Uids.EnhancedSRStorage,
            Uids.ComprehensiveSRStorage,
            Uids.XRayRadiationDoseSRStorage,
            Uids.MammographyCADSRStorage,
            Uids.KeyObjectSelectionDocumentStorage,
            Uids.EncapsulatedPDFStorage,
            Uids.EncapsulatedCDAStorage,
            Uids.SegmentationStorage,
            Uids.ParametricMapStorage,
            Uids.SpatialRegistrationStorage,
            Uids.RealWorldValueMappingStorage,
            Uids.RawDataStorage,
            Uids.MRSpectroscopyStorage,
            Uids.RTImageStorage,
            Uids.RTDoseStorage,
            Uids.RTStructureSetStorage,
            Uids.RTPlanStorage,
            Uids.TwelveLeadECGWaveformStorage,
            Uids.GeneralECGWaveformStorage);

    private static final List<String> NATIVE =
            List.of(Uids.ExplicitVRLittleEndian, Uids.ImplicitVRLittleEndian, Uids.ExplicitVRBigEndian);

    /** Each in a context of its own, since an acceptor picks one of those in a context. */
    private static final List<String> COMPRESSED = List.of(
            Uids.JPEG2000Lossless,
            Uids.JPEG2000,
            Uids.JPEGLSLossless,
            Uids.JPEGLosslessSV1,
            Uids.JPEGBaseline8Bit,
            Uids.RLELossless);

    private StorageClasses() {}

    /** Classes that vendors define, and standard ones that this edition's dictionary does not know yet, are taken for storage. */
    static boolean isStorage(String sopClassUid) {
        if (!Uid.isUid(sopClassUid)) {
            return false;
        }
        if (!Uid.isRegistered(sopClassUid) || sopClassUid.startsWith(STORAGE_ROOT)) {
            return true;
        }
        String name = Dictionary.standard().uidName(sopClassUid);
        boolean otherStorage = name.contains("Commitment") || sopClassUid.equals(Uids.MediaStorageDirectoryStorage);
        return name.isEmpty() || (name.contains("Storage") && !otherStorage);
    }

    /**
     * What a C-GET proposes to receive, to stand behind the context of the C-GET itself.
     *
     * @param sopClasses empty: the usual ones
     */
    static List<ProposedContext> toReceive(List<String> sopClasses) {
        List<ProposedContext> contexts = new ArrayList<>();
        List<String> all = sopClasses.isEmpty()
                ? Stream.concat(IMAGES.stream(), OTHERS.stream()).toList()
                : sopClasses;
        all.forEach(uid -> contexts.add(ProposedContext.asScp(uid, NATIVE.toArray(String[]::new))));
        List<String> images = sopClasses.isEmpty() ? IMAGES : sopClasses;
        for (String uid : images) {
            for (String syntax : COMPRESSED) {
                contexts.add(ProposedContext.asScp(uid, syntax));
            }
        }
        return contexts.stream().limit(AssociationRequester.MAX_CONTEXTS - 1L).toList();
    }

    /** The requester's first choice among the syntaxes that the standard knows; null if none. */
    static @Nullable String choose(List<String> proposed, List<String> accepted) {
        for (String uid : proposed) {
            if (accepted.isEmpty() ? TransferSyntax.of(uid) != null : accepted.contains(uid)) {
                return uid;
            }
        }
        return null;
    }
}
