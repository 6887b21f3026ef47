package org.symbolon.dicomweb.internal;

import java.io.IOException;
import java.util.List;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomJsonWriter;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicomweb.WebInstance;

/** Metadata of studies, series and instances in the DICOM JSON model (PS3.18 10.4.1.1.2). */
public final class MetadataHandler implements ResourceHandler {
    static final String DICOM_JSON = "application/dicom+json";

    @Override
    public void answer(WebRequest request) throws IOException {
        requireJson(request);
        List<WebInstance> instances = request.instances();
        ResourceUrls urls = new ResourceUrls(request.serviceUrl());
        DataSetReader first = StoredDataSet.reader(request, instances.get(0));
        // Closed only if all went well: an array cut off must not look like a complete one.
        DicomJsonWriter json = DicomJsonWriter.array(request.text(DICOM_JSON));
        for (int i = 0; i < instances.size(); i++) {
            WebInstance instance = instances.get(i);
            try (DataSetReader reader = i == 0 ? first : StoredDataSet.reader(request, instance)) {
                String bulkData = urls.instance(instance) + "/bulkdata/";
                json.add(reader, MetadataOptions.of(request.options(), bulkData, dataSetBytes(instance)));
            }
        }
        json.close();
    }

    /** Of a deflated data set the file does not tell. */
    private static long dataSetBytes(WebInstance instance) {
        boolean deflated = StoredDataSet.syntax(instance).deflated();
        return deflated ? JsonOptions.UNKNOWN : instance.length() - instance.dataSetOffset();
    }

    /** @throws org.symbolon.model.SymbolonException 406 if the client takes neither of JSON's media types */
    static void requireJson(WebRequest request) {
        boolean accepted = request.accepted().stream()
                .anyMatch(range -> range.holds(DICOM_JSON) || range.holds("application/json"));
        if (!accepted) {
            throw WebRequest.notAcceptable();
        }
    }
}
