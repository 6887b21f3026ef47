package org.symbolon.dicomweb.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.symbolon.dicomweb.WebInstance;

/**
 * Studies, series and instances as Part 10 files (PS3.18 10.4.1.1.1), always in the transfer syntax in which they are stored.
 * A single instance may also be asked for as {@code application/dicom} without multipart.
 */
public final class InstanceHandler implements ResourceHandler {
    private static final String DICOM = "application/dicom";

    @Override
    public void answer(WebRequest request) throws IOException {
        List<WebInstance> instances = request.instances();
        for (MediaRange range : request.accepted()) {
            if (instances.stream().anyMatch(instance -> !range.takes(instance.transferSyntaxUid()))) {
                continue;
            }
            if (range.holdsPartsOf(DICOM)) {
                multipart(request, instances);
                return;
            }
            if (range.holds(DICOM) && instances.size() == 1) {
                single(request, instances.get(0));
                return;
            }
        }
        throw WebRequest.notAcceptable();
    }

    private static void multipart(WebRequest request, List<WebInstance> instances) throws IOException {
        ResourceUrls urls = new ResourceUrls(request.serviceUrl());
        InputStream first = request.source().open(instances.get(0), 0);
        MultipartBody body = MultipartBody.begin(request, DICOM);
        for (int i = 0; i < instances.size(); i++) {
            WebInstance instance = instances.get(i);
            InputStream content = i == 0 ? first : request.source().open(instance, 0);
            body.part(DICOM + "; transfer-syntax=" + instance.transferSyntaxUid(), urls.instance(instance), content);
        }
        body.end();
    }

    private static void single(WebRequest request, WebInstance instance) throws IOException {
        try (InputStream content = request.source().open(instance, 0)) {
            OutputStream out = request.body(DICOM + "; transfer-syntax=" + instance.transferSyntaxUid());
            content.transferTo(out);
        }
    }
}
