package org.symbolon.dicomweb.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.BoundedInputStream;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicomweb.FrameRenderer;
import org.symbolon.dicomweb.StoredFrames;
import org.symbolon.dicomweb.WebInstance;

/**
 * Values that the metadata only refer to (PS3.18 10.4.1.1.5). Their path is made of tags and, after the tag of a sequence,
 * the number of an item. Numbers are little endian; encapsulated pixel data comes frame by frame.
 */
public final class BulkDataHandler implements ResourceHandler {
    private final FrameRenderer renderer;

    public BulkDataHandler(FrameRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public void answer(WebRequest request) throws IOException {
        List<Integer> path = path(request);
        WebInstance instance = request.instance();
        TransferSyntax syntax = StoredDataSet.syntax(instance);
        boolean pixelData = path.equals(List.of(Tags.PixelData));
        if (pixelData && syntax.encapsulated()) {
            frames(request, instance, FrameMedia.of(syntax));
            return;
        }
        boolean parts = parts(request);
        try (DataSetReader reader = StoredDataSet.reader(request, instance)) {
            if (!ElementPath.find(reader, path) || reader.token() != Token.ELEMENT) {
                throw WebRequest.notFound();
            }
            InputStream value = value(request, instance, syntax, reader);
            if (parts) {
                String location = new ResourceUrls(request.serviceUrl()).instance(instance) + "/bulkdata/"
                        + request.context().pathParam("path");
                MultipartBody body = MultipartBody.begin(request, FrameMedia.OCTETS);
                body.part(FrameMedia.OCTETS, location, value);
                body.end();
            } else {
                try (value) {
                    value.transferTo(request.body(FrameMedia.OCTETS));
                }
            }
        }
    }

    private void frames(WebRequest request, WebInstance instance, FrameMedia media) throws IOException {
        if (request.accepted().stream().noneMatch(media::fitsParts)) {
            throw WebRequest.notAcceptable();
        }
        StoredFrames frames = renderer.frames(offset -> request.source().open(instance, offset));
        String url = new ResourceUrls(request.serviceUrl()).instance(instance) + "/frames/";
        InputStream first = frames.open(1);
        MultipartBody body = MultipartBody.begin(request, media.mediaType());
        for (int number = 1; number <= frames.count(); number++) {
            body.part(media.contentType(), url + number, number == 1 ? first : frames.open(number));
        }
        body.end();
    }

    /** Whether the client wants multipart/related, which is what the standard prefers, rather than the octets alone. */
    private static boolean parts(WebRequest request) {
        for (MediaRange range : request.accepted()) {
            if (range.holdsPartsOf(FrameMedia.OCTETS)) {
                return true;
            }
            if (range.holds(FrameMedia.OCTETS)) {
                return false;
            }
        }
        throw WebRequest.notAcceptable();
    }

    /** The value where it lies in the file, if that is where it lies as it is asked for; else through memory. */
    private static InputStream value(
            WebRequest request, WebInstance instance, TransferSyntax syntax, DataSetReader reader) throws IOException {
        if (reader.bigEndian() && reader.vr().unitBytes() > 1) {
            return new ByteArrayInputStream(reversed(reader.value(), reader.vr().unitBytes()));
        }
        if (syntax.deflated()) {
            return reader.valueStream();
        }
        long offset = instance.dataSetOffset() + reader.valueOffset();
        return new BoundedInputStream(request.source().open(instance, offset), reader.length());
    }

    /** The value with the bytes of each of its numbers turned round. */
    private static byte[] reversed(byte[] value, int unitBytes) {
        byte[] result = value.clone();
        for (int start = 0; start + unitBytes <= result.length; start += unitBytes) {
            for (int i = 0; i < unitBytes; i++) {
                result[start + i] = value[start + unitBytes - 1 - i];
            }
        }
        return result;
    }

    private static List<Integer> path(WebRequest request) {
        List<Integer> path = new ArrayList<>();
        String[] parts = request.context().pathParam("path").split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            if (path.size() == request.options().maxListValues()) {
                throw WebRequest.notFound();
            }
            boolean tag = parts[i].length() == 8 && parts[i].chars().allMatch(c -> Character.digit(c, 16) >= 0);
            if (i % 2 == 0 && !tag) {
                throw WebRequest.notFound();
            }
            path.add(i % 2 == 0 ? Integer.parseUnsignedInt(parts[i], 16) : WebRequest.number(parts[i], 1));
        }
        if (path.size() % 2 == 0) {
            throw WebRequest.notFound();
        }
        return path;
    }
}
