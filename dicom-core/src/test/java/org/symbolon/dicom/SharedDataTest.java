package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSetReader.Token;

/** The property that splicing relies on, for every readable file of the test data. */
class SharedDataTest {
    private static final int MIN_READABLE = 185;

    @Test
    void tokensAloneGiveTheDataSetBackByteForByte() throws IOException {
        int readable = 0;
        for (Path path : SharedData.files("dicom")) {
            try {
                assertThat(rebuilt(path))
                        .as("data set of %s", path.getFileName())
                        .isTrue();
                readable++;
            } catch (DicomFormatException e) {
                assertThat(e.problem()).isNotNull();
            }
        }
        assertThat(readable).isGreaterThanOrEqualTo(MIN_READABLE);
    }

    @Test
    void aStreamIsReadLikeAFile() throws IOException {
        for (Path path : SharedData.files("dicom")) {
            try {
                DicomFile file = DicomFile.open(path);
                List<String> ofStream;
                try (InputStream in = file.dataSetStream()) {
                    TransferSyntax syntax = file.transferSyntax().deflated()
                            ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN
                            : file.transferSyntax();
                    ofStream = Tokens.of(in.readAllBytes(), syntax, ReaderOptions.defaults());
                }
                try (DataSetReader reader = file.reader(ReaderOptions.defaults())) {
                    int tokens = 0;
                    while (reader.next() != null) {
                        tokens++;
                    }
                    assertThat(tokens).as("tokens of %s", path.getFileName()).isEqualTo(ofStream.size());
                }
            } catch (DicomFormatException e) {
                assertThat(e.problem()).isNotNull();
            }
        }
    }

    /** Joins the headers and values that the tokens tell of, and compares with the file itself. */
    private static boolean rebuilt(Path path) throws IOException {
        DicomFile file = DicomFile.open(path);
        byte[] original;
        try (InputStream in = file.dataSetStream()) {
            original = in.readAllBytes();
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream(original.length);
        try (DataSetReader reader = file.reader(ReaderOptions.defaults())) {
            for (Token token = reader.next(); token != null; token = reader.next()) {
                boolean hasValue = token == Token.ELEMENT || token == Token.FRAGMENT;
                copy.write(original, (int) reader.headerOffset(), reader.headerLength());
                byte[] value = hasValue ? reader.value() : new byte[0];
                copy.writeBytes(value);
                if (reader.endOffset() != copy.size()) {
                    return false;
                }
            }
        }
        if (!file.transferSyntax().deflated() && original.length != Files.size(path) - file.dataSetOffset()) {
            return false;
        }
        return Arrays.equals(original, copy.toByteArray());
    }
}
