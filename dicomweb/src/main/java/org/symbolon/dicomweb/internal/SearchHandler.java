package org.symbolon.dicomweb.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomJsonWriter;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicomweb.DicomWebSource;
import org.symbolon.dicomweb.QidoLevel;
import org.symbolon.dicomweb.QidoQuery;

/**
 * Searches (PS3.18 10.6). No match is 200 with an empty array: the standard asked for 204 until CP-2473, and clients that
 * parse the body of any answer get along with this.
 */
public final class SearchHandler implements ResourceHandler {
    private final QidoLevel level;

    public SearchHandler(QidoLevel level) {
        this.level = level;
    }

    @Override
    public void answer(WebRequest request) throws IOException {
        MetadataHandler.requireJson(request);
        SearchParameters parameters = SearchParameters.read(request, level);
        QidoQuery query = parameters.query();
        List<DataSet> page = new ArrayList<>();
        int passed = 0;
        boolean more = false;
        for (DataSet candidate : candidates(request.source(), query)) {
            if (!query.matches(candidate)) {
                continue;
            }
            if (passed < query.offset()) {
                passed++;
            } else if (page.size() < query.limit()) {
                page.add(candidate);
            } else {
                more = true;
                break;
            }
        }
        parameters.warn(request, more);
        write(request, query, page);
    }

    private List<DataSet> candidates(DicomWebSource source, QidoQuery query) throws IOException {
        return switch (level) {
            case STUDY -> source.studies(query);
            case SERIES -> source.series(query);
            case INSTANCE -> source.instances(query);
        };
    }

    private void write(WebRequest request, QidoQuery query, List<DataSet> page) throws IOException {
        ResourceUrls urls = new ResourceUrls(request.serviceUrl());
        Set<Integer> wanted = ResultAttributes.of(query);
        DicomJsonWriter json = DicomJsonWriter.array(request.text(MetadataHandler.DICOM_JSON));
        for (DataSet result : page) {
            DataSet answer = new DataSet();
            for (Element element : result) {
                if (query.allFields() || wanted.contains(element.tag())) {
                    answer.put(element);
                }
            }
            answer.putString(Tags.RetrieveURL, url(urls, result));
            json.add(answer, JsonOptions.defaults());
        }
        json.close();
    }

    private String url(ResourceUrls urls, DataSet result) {
        String study = result.string(Tags.StudyInstanceUID);
        String series = result.string(Tags.SeriesInstanceUID);
        return switch (level) {
            case STUDY -> urls.study(study);
            case SERIES -> urls.series(study, series);
            case INSTANCE -> urls.instance(study, series, result.string(Tags.SOPInstanceUID));
        };
    }
}
