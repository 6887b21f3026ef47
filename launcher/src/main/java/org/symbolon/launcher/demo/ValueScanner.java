package org.symbolon.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.model.ByteStringScanner;

/** Looks for one list of values; an empty list is never found. */
final class ValueScanner {
    private final List<SoughtValue> values;
    private final ByteStringScanner scanner;

    ValueScanner(List<SoughtValue> values) {
        this.values = values;
        this.scanner =
                new ByteStringScanner(values.stream().map(SoughtValue::bytes).toList());
    }

    /** Which values stand in the stream, which is read to its end. */
    Set<SoughtValue> scan(InputStream content) throws IOException {
        return found(scanner.scan(content));
    }

    Set<SoughtValue> scan(byte[] content) {
        return found(scanner.scan(content));
    }

    private Set<SoughtValue> found(Set<Integer> indexes) {
        return indexes.stream().map(values::get).collect(Collectors.toSet());
    }
}
