package org.symbolon.dicomweb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.SymbolonException;

class MediaRangeTest {
    @Test
    void readsQuotedParametersAndPreferences() {
        List<MediaRange> ranges = MediaRange.list(
                "image/png;q=0.2, multipart/related; type=\"application/dicom, x; y\";transfer-syntax=*, a/b;q=0", 10);
        assertThat(ranges).hasSize(2);
        assertThat(ranges.get(0).parameters()).containsEntry("type", "application/dicom, x; y");
        assertThat(ranges.get(1).holds("image/png")).isTrue();
    }

    @Test
    void nothingSaidIsAnything() {
        assertThat(MediaRange.list(null, 10).get(0).isAny()).isTrue();
        assertThat(MediaRange.list(" ", 10).get(0).holds("x/y")).isTrue();
        assertThat(MediaRange.list("image/*", 10).get(0).holds("image/png")).isTrue();
        assertThat(MediaRange.list("image/*", 10).get(0).holds("imagine/png")).isFalse();
        assertThat(MediaRange.list("text/html; q=oops", 10)).isEmpty();
    }

    @Test
    void aListHasALimit() {
        assertThat(MediaRange.list("a/b,".repeat(4), 4)).hasSize(4);
        assertThatThrownBy(() -> MediaRange.list("a/b,".repeat(5), 4)).isInstanceOf(SymbolonException.class);
    }

    @Test
    void compressedFramesAreNoOctetsUnlessAskedForSo() {
        FrameMedia jpeg = FrameMedia.of(TransferSyntax.JPEG_BASELINE);
        assertThat(jpeg.fitsParts(range("multipart/related; type=image/jpeg"))).isTrue();
        assertThat(jpeg.fitsParts(range("multipart/related; type=\"image/*\""))).isTrue();
        assertThat(jpeg.fitsParts(range("multipart/related; type=application/octet-stream")))
                .isFalse();
        assertThat(jpeg.fitsParts(range("multipart/related; type=application/octet-stream; transfer-syntax=*")))
                .isTrue();
        assertThat(jpeg.fitsParts(range("multipart/related"))).isTrue();
        assertThat(jpeg.fitsSingle(range("image/jpeg"))).isTrue();
        assertThat(jpeg.fitsSingle(range("image/jpeg; transfer-syntax=1.2"))).isFalse();
    }

    private static MediaRange range(String text) {
        return MediaRange.list(text, 1).get(0);
    }
}
