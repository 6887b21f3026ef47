package org.symbolon.dicomweb.internal;

import org.symbolon.dicomweb.WebInstance;

/** The URLs of the resources (PS3.18 10.1). */
record ResourceUrls(String service) {
    String study(String study) {
        return service + "/studies/" + study;
    }

    String series(String study, String series) {
        return study(study) + "/series/" + series;
    }

    String instance(String study, String series, String instance) {
        return series(study, series) + "/instances/" + instance;
    }

    String instance(WebInstance instance) {
        return instance(instance.studyInstanceUid(), instance.seriesInstanceUid(), instance.sopInstanceUid());
    }
}
