package org.symbolon.dicomweb.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.symbolon.dicomweb.FrameRenderer;
import org.symbolon.dicomweb.StoredFrames;
import org.symbolon.dicomweb.WebInstance;

/** Frames as they are stored (PS3.18 10.4.1.1.6); native ones little endian. */
public final class FrameHandler implements ResourceHandler {
    private final FrameRenderer renderer;

    public FrameHandler(FrameRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public void answer(WebRequest request) throws IOException {
        List<Integer> numbers = request.numbers(request.context().pathParam("frames"));
        WebInstance instance = request.instance();
        FrameMedia media = FrameMedia.of(StoredDataSet.syntax(instance));
        for (MediaRange range : request.accepted()) {
            if (media.fitsParts(range)) {
                multipart(request, instance, numbers, media);
                return;
            }
            if (numbers.size() == 1 && media.fitsSingle(range)) {
                single(request, instance, numbers.get(0), media);
                return;
            }
        }
        throw WebRequest.notAcceptable();
    }

    private void multipart(WebRequest request, WebInstance instance, List<Integer> numbers, FrameMedia media)
            throws IOException {
        StoredFrames frames = frames(request, instance, numbers);
        String url = new ResourceUrls(request.serviceUrl()).instance(instance) + "/frames/";
        InputStream first = frames.open(numbers.get(0));
        MultipartBody body = MultipartBody.begin(request, media.mediaType());
        for (int i = 0; i < numbers.size(); i++) {
            InputStream content = i == 0 ? first : frames.open(numbers.get(i));
            body.part(media.contentType(), url + numbers.get(i), content);
        }
        body.end();
    }

    private void single(WebRequest request, WebInstance instance, int number, FrameMedia media) throws IOException {
        StoredFrames frames = frames(request, instance, List.of(number));
        try (InputStream content = frames.open(number)) {
            content.transferTo(request.body(media.contentType()));
        }
    }

    private StoredFrames frames(WebRequest request, WebInstance instance, List<Integer> numbers) throws IOException {
        StoredFrames frames = renderer.frames(offset -> request.source().open(instance, offset));
        if (numbers.stream().anyMatch(number -> number > frames.count())) {
            throw WebRequest.notFound();
        }
        return frames;
    }
}
