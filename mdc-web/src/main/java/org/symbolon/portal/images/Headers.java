package org.symbolon.portal.images;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.SymbolonException;

/** What searches tell of a study or series beyond the index, read from one instance of it and kept. Thread-safe. */
final class Headers {
    private static final int MAX_KEPT = 20_000;
    private static final int MAX_VALUE_BYTES = 64 << 10;
    private static final int BUFFER_BYTES = 8 << 10;
    private static final int STOP_BEFORE = 0x00280012;

    static final List<Integer> STUDY = List.of(
            Tags.SpecificCharacterSet,
            Tags.StudyDate,
            Tags.StudyTime,
            Tags.AccessionNumber,
            Tags.ReferringPhysicianName,
            Tags.StudyDescription,
            Tags.PatientName,
            Tags.PatientID,
            Tags.PatientBirthDate,
            Tags.PatientSex,
            Tags.StudyInstanceUID,
            Tags.StudyID,
            Tags.TimezoneOffsetFromUTC);

    static final List<Integer> SERIES = List.of(
            Tags.Modality,
            Tags.SeriesDescription,
            Tags.SeriesInstanceUID,
            Tags.SeriesNumber,
            Tags.BodyPartExamined,
            Tags.SeriesDate,
            Tags.SeriesTime,
            Tags.PerformedProcedureStepStartDate,
            Tags.PerformedProcedureStepStartTime);

    private final ObjectArchive objects;
    private final LeastRecent<String, DataSet> kept = new LeastRecent<>(MAX_KEPT);

    Headers(ObjectArchive objects) {
        this.objects = objects;
    }

    /** A new data set with the study's attributes as an instance has them; all of them, empty where absent. */
    DataSet study(InstanceRecord instance) throws IOException {
        return copy(of(instance), STUDY, new DataSet());
    }

    /** Adds the series' attributes. */
    DataSet series(InstanceRecord instance, DataSet study) throws IOException {
        return copy(of(instance), SERIES, study);
    }

    private DataSet of(InstanceRecord instance) throws IOException {
        DataSet known = kept.find(instance.location());
        if (known != null) {
            return known;
        }
        DataSet read = read(instance);
        DataSet wanted = copy(read, SERIES, copy(read, STUDY, new DataSet()));
        kept.keep(instance.location(), wanted);
        return wanted;
    }

    private DataSet read(InstanceRecord instance) throws IOException {
        @Nullable TransferSyntax syntax = TransferSyntax.of(instance.transferSyntaxUid());
        if (syntax == null) {
            throw new SymbolonException(ErrorCode.UNKNOWN_TRANSFER_SYNTAX, "A stored object has an unknown syntax");
        }
        ReaderOptions options =
                ReaderOptions.defaults().withStopBefore(STOP_BEFORE).withMaxValueBytes(MAX_VALUE_BYTES);
        try (InputStream in = new BufferedInputStream(objects.open(instance, instance.dataSetOffset()), BUFFER_BYTES);
                DataSetReader reader = DataSetReader.of(in, syntax, options)) {
            return DataSet.read(reader);
        } catch (DicomFormatException e) {
            throw new SymbolonException(ErrorCode.DAMAGED, "The header of a stored object cannot be read", e);
        }
    }

    private static DataSet copy(DataSet from, List<Integer> tags, DataSet to) {
        for (int tag : tags) {
            @Nullable Element element = from.element(tag);
            if (element != null) {
                to.put(element);
            }
        }
        return to;
    }
}
