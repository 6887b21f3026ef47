package org.symbolon.dicom.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.LargeValue;
import org.symbolon.dicom.Vr;

/** Makes an {@link Element} of encapsulated pixel data: in memory, or on disk once it is too large for that. */
final class FragmentAssembly {
    private final long maxHeldBytes;
    private final List<byte[]> held = new ArrayList<>();
    private final List<LargeValue> ranges = new ArrayList<>();
    private long bytes;

    private FragmentAssembly(long maxHeldBytes) {
        this.maxHeldBytes = maxHeldBytes;
    }

    /** The reader stands on FRAGMENTS_START. */
    static Element read(DataSetReader reader) throws IOException {
        int tag = reader.tag();
        Vr vr = reader.vr();
        FragmentAssembly assembly = new FragmentAssembly(reader.options().largeValuesAbove());
        while (reader.next() == Token.FRAGMENT) {
            assembly.add(reader);
        }
        return assembly.isLarge()
                ? new Element.LargeFragments(tag, vr, List.copyOf(assembly.ranges))
                : new Element.Fragments(tag, vr, List.copyOf(assembly.held));
    }

    private boolean isLarge() {
        return bytes > maxHeldBytes && !ranges.isEmpty();
    }

    private void add(DataSetReader reader) throws IOException {
        bytes += reader.length();
        LargeValue range = reader.valueRange();
        if (range != null) {
            ranges.add(range);
        }
        if (isLarge()) {
            held.clear();
        } else {
            held.add(reader.value());
        }
    }
}
