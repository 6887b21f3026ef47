package org.symbolon.portal.images;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicomweb.DicomWebSource;
import org.symbolon.dicomweb.QidoQuery;
import org.symbolon.dicomweb.WebInstance;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/**
 * The objects of all organisations as DICOMweb. Of instances in conflict only the first one is shown. Attributes that the index
 * does not have are read from one instance of a study or series. Thread-safe.
 */
public final class ArchiveDicomWebSource implements DicomWebSource {
    private static final int MAX_KEPT_RECORDS = 20_000;

    private final ObjectArchive objects;
    private final Headers headers;
    private final StudySearch search;
    private final LeastRecent<String, InstanceRecord> recent = new LeastRecent<>(MAX_KEPT_RECORDS);

    public ArchiveDicomWebSource(ObjectArchive objects) {
        this.objects = objects;
        this.headers = new Headers(objects);
        this.search = new StudySearch(objects);
    }

    @Override
    public List<DataSet> studies(QidoQuery query) throws IOException {
        List<DataSet> results = new ArrayList<>();
        for (StudySearch.Study study : search.candidates(query)) {
            List<InstanceRecord> instances = shown(objects.study(study.organisation(), study.uid()));
            if (!instances.isEmpty()) {
                results.add(describeStudy(instances));
            }
        }
        return results;
    }

    @Override
    public List<DataSet> series(QidoQuery query) throws IOException {
        List<DataSet> results = new ArrayList<>();
        for (List<InstanceRecord> study : studiesFor(query)) {
            for (List<InstanceRecord> series : bySeries(study)) {
                results.add(describeSeries(study, series));
            }
        }
        return results;
    }

    @Override
    public List<DataSet> instances(QidoQuery query) throws IOException {
        List<String> wanted = query.exactValues(Tags.SeriesInstanceUID);
        List<DataSet> results = new ArrayList<>();
        for (List<InstanceRecord> study : studiesFor(query)) {
            for (List<InstanceRecord> series : bySeries(study)) {
                if (wanted.isEmpty() || wanted.contains(series.get(0).seriesInstanceUid())) {
                    DataSet description = describeSeries(study, series);
                    series.forEach(instance -> results.add(describeInstance(description, instance)));
                }
            }
        }
        return results;
    }

    @Override
    public List<WebInstance> instancesOf(
            String studyInstanceUid, @Nullable String seriesInstanceUid, @Nullable String sopInstanceUid)
            throws IOException {
        List<WebInstance> instances = new ArrayList<>();
        for (OrganisationId organisation : objects.organisations()) {
            for (InstanceRecord each : find(organisation, studyInstanceUid, seriesInstanceUid, sopInstanceUid)) {
                if (each.studyInstanceUid().equals(studyInstanceUid)
                        && (seriesInstanceUid == null
                                || each.seriesInstanceUid().equals(seriesInstanceUid))) {
                    recent.keep(each.location(), each);
                    instances.add(web(each));
                }
            }
        }
        return instances;
    }

    @Override
    public InputStream open(WebInstance instance, long offset) throws IOException {
        InstanceRecord known = recent.find(instance.handle());
        return objects.open(known == null ? lookUp(instance) : known, offset);
    }

    private InstanceRecord lookUp(WebInstance instance) throws IOException {
        for (OrganisationId organisation : objects.organisations()) {
            for (InstanceRecord each : objects.instance(organisation, instance.sopInstanceUid())) {
                if (each.location().equals(instance.handle())) {
                    return each;
                }
            }
        }
        throw new SymbolonException(ErrorCode.NOT_FOUND, "The object was removed");
    }

    private List<InstanceRecord> find(
            OrganisationId organisation, String study, @Nullable String series, @Nullable String sop)
            throws IOException {
        if (sop != null) {
            return shown(objects.instance(organisation, sop));
        }
        return shown(series == null ? objects.study(organisation, study) : objects.series(organisation, series));
    }

    private List<List<InstanceRecord>> studiesFor(QidoQuery query) throws IOException {
        List<List<InstanceRecord>> studies = new ArrayList<>();
        for (StudySearch.Study study : search.candidates(query)) {
            List<InstanceRecord> instances = shown(objects.study(study.organisation(), study.uid()));
            if (!instances.isEmpty()) {
                studies.add(instances);
            }
        }
        return studies;
    }

    private DataSet describeStudy(List<InstanceRecord> instances) throws IOException {
        DataSet result = headers.study(instances.get(0));
        String[] modalities = instances.stream()
                .map(InstanceRecord::modality)
                .filter(each -> !each.isEmpty())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        result.put(Tags.ModalitiesInStudy, Vr.CS, modalities);
        result.putString(
                Tags.NumberOfStudyRelatedSeries,
                Integer.toString(bySeries(instances).size()));
        return result.putString(Tags.NumberOfStudyRelatedInstances, Integer.toString(instances.size()));
    }

    private DataSet describeSeries(List<InstanceRecord> study, List<InstanceRecord> series) throws IOException {
        DataSet result = headers.series(series.get(0), describeStudy(study));
        return result.putString(Tags.NumberOfSeriesRelatedInstances, Integer.toString(series.size()));
    }

    private static DataSet describeInstance(DataSet series, InstanceRecord instance) {
        DataSet result = new DataSet();
        series.forEach(result::put);
        result.putString(Tags.SOPClassUID, instance.sopClassUid());
        result.putString(Tags.SOPInstanceUID, instance.sopInstanceUid());
        result.putString(Tags.InstanceNumber, instance.instanceNumber());
        result.putString(Tags.AvailableTransferSyntaxUID, instance.transferSyntaxUid());
        if (instance.rows() > 0) {
            result.putInts(Tags.Rows, Vr.US, instance.rows());
            result.putInts(Tags.Columns, Vr.US, instance.columns());
            result.putString(Tags.NumberOfFrames, Integer.toString(instance.numberOfFrames()));
        }
        return result;
    }

    private static List<InstanceRecord> shown(List<InstanceRecord> instances) {
        return instances.stream().filter(each -> !each.conflict()).toList();
    }

    private static Collection<List<InstanceRecord>> bySeries(List<InstanceRecord> instances) {
        Map<String, List<InstanceRecord>> series = new LinkedHashMap<>();
        instances.forEach(each -> series.computeIfAbsent(each.seriesInstanceUid(), uid -> new ArrayList<>())
                .add(each));
        return series.values();
    }

    private static WebInstance web(InstanceRecord each) {
        return new WebInstance(
                each.sopClassUid(),
                each.sopInstanceUid(),
                each.seriesInstanceUid(),
                each.studyInstanceUid(),
                each.transferSyntaxUid(),
                each.length(),
                each.dataSetOffset(),
                each.rows(),
                each.columns(),
                each.numberOfFrames(),
                each.location());
    }
}
