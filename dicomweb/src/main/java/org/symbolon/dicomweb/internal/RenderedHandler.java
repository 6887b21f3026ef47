package org.symbolon.dicomweb.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.symbolon.dicomweb.FrameRenderer;
import org.symbolon.dicomweb.RenderRequest;
import org.symbolon.dicomweb.RenderRequest.Format;
import org.symbolon.dicomweb.WebInstance;

/**
 * Rendered instances and frames (PS3.18 10.4.1.1.3). Of an instance with several frames the first is shown. Several frames
 * come as multipart/related.
 */
public final class RenderedHandler implements ResourceHandler {
    private static final List<Format> BY_PREFERENCE = List.of(Format.JPEG, Format.PNG);

    private final FrameRenderer renderer;

    public RenderedHandler(FrameRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public void answer(WebRequest request) throws IOException {
        String list = request.context().pathParamMap().getOrDefault("frames", "1");
        List<Integer> numbers = request.numbers(list);
        RenderingParameters parameters = RenderingParameters.read(request);
        for (MediaRange range : request.accepted()) {
            for (Format format : BY_PREFERENCE) {
                if (numbers.size() == 1 && range.holds(format.mediaType())) {
                    single(request, parameters.request(numbers.get(0), format));
                    return;
                }
                if (range.holdsPartsOf(format.mediaType())) {
                    multipart(request, numbers, parameters, format);
                    return;
                }
            }
        }
        throw WebRequest.notAcceptable();
    }

    private void single(WebRequest request, RenderRequest rendering) throws IOException {
        byte[] picture = render(request, request.instance(), rendering);
        request.body(rendering.format().mediaType()).write(picture);
    }

    private void multipart(WebRequest request, List<Integer> numbers, RenderingParameters parameters, Format format)
            throws IOException {
        WebInstance instance = request.instance();
        String url = new ResourceUrls(request.serviceUrl()).instance(instance) + "/frames/";
        byte[] first = render(request, instance, parameters.request(numbers.get(0), format));
        MultipartBody body = MultipartBody.begin(request, format.mediaType());
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            byte[] picture = i == 0 ? first : render(request, instance, parameters.request(number, format));
            body.part(format.mediaType(), url + number + "/rendered", new ByteArrayInputStream(picture));
        }
        body.end();
    }

    /** In memory, so that an error of the renderer is still an answer of its own. */
    private byte[] render(WebRequest request, WebInstance instance, RenderRequest rendering) throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        renderer.render(offset -> request.source().open(instance, offset), rendering, picture);
        return picture.toByteArray();
    }
}
