package org.symbolon.dicomtools.file.dump;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;

/** Prints one file, token by token, so that what comes before a damage is printed too. One use each. */
public final class Dump {
    private static final int PREFIX_BYTES = 132;
    private static final int FIRST_DATA_SET_TAG = 0x00030000;

    private final Writer out;
    private final DumpOptions options;
    private final Deque<Integer> itemNumbers = new ArrayDeque<>();
    private final Deque<List<String>> characterSets = new ArrayDeque<>();
    private long base;
    private int fragments;
    private int shownBelow = -1;

    public Dump(Writer out, DumpOptions options) {
        this.out = out;
        this.options = options;
    }

    /** Prints meta group and data set, and returns what was found wrong in them. */
    public Findings print(DicomFile file, ReaderOptions limits) throws IOException {
        if (!file.fileMeta().isEmpty()) {
            base = file.hasPreamble() ? PREFIX_BYTES : 0;
            FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ);
            try (DataSetReader meta = DataSetReader.of(
                    channel,
                    base,
                    TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                    limits.withStopBefore(FIRST_DATA_SET_TAG))) {
                print(meta);
            }
        }
        Findings findings = new Findings(limits.maxFindings());
        file.findings().forEach(findings::add);
        base = file.transferSyntax().deflated() ? 0 : file.dataSetOffset();
        try (DataSetReader reader = file.reader(limits)) {
            print(reader);
            findings.addAll(reader.findings());
        }
        return findings;
    }

    private void print(DataSetReader reader) throws IOException {
        itemNumbers.clear();
        characterSets.clear();
        characterSets.push(List.of());
        for (Token token = reader.next(); token != null; token = reader.next()) {
            boolean shown = isShown(reader, token);
            switch (token) {
                case ELEMENT -> element(reader, shown);
                case SEQUENCE_START -> {
                    itemNumbers.push(0);
                    header(reader, "", shown);
                }
                case ITEM_START -> {
                    int number = itemNumbers.pop() + 1;
                    itemNumbers.push(number);
                    characterSets.push(characterSets.getFirst());
                    part(reader, "item " + number, "", shown);
                }
                case ITEM_END -> characterSets.pop();
                case SEQUENCE_END -> itemNumbers.pop();
                case FRAGMENTS_START -> {
                    fragments = 0;
                    header(reader, "", shown);
                }
                case FRAGMENT -> fragment(reader, shown);
                case FRAGMENTS_END -> {}
            }
        }
    }

    /** Whether the element was asked for, or is inside of one that was. */
    private boolean isShown(DataSetReader reader, Token token) {
        if (options.tags().isEmpty()) {
            return true;
        }
        if (shownBelow >= 0 && (reader.depth() > shownBelow || isInside(token))) {
            return true;
        }
        boolean header = token == Token.ELEMENT || token == Token.SEQUENCE_START || token == Token.FRAGMENTS_START;
        if (!header) {
            return false;
        }
        boolean asked = options.tags().contains(reader.tag());
        shownBelow = asked && token != Token.ELEMENT ? reader.depth() : -1;
        return asked;
    }

    private static boolean isInside(Token token) {
        return token == Token.ITEM_START || token == Token.ITEM_END || token == Token.FRAGMENT;
    }

    private void element(DataSetReader reader, boolean shown) throws IOException {
        boolean characterSet = reader.tag() == Tags.SpecificCharacterSet;
        if (!shown && !characterSet) {
            return;
        }
        if (reader.length() > ValueText.MAX_VALUE_BYTES) {
            header(reader, ValueText.ofLarge(reader, options.width()), shown);
            return;
        }
        byte[] value = reader.value();
        if (characterSet) {
            characterSets.pop();
            characterSets.push(CharacterSets.terms(value));
        }
        if (shown) {
            header(reader, ValueText.of(reader, value, characterSets.getFirst(), options.width()), true);
        }
    }

    private void fragment(DataSetReader reader, boolean shown) throws IOException {
        String name = fragments == 0 ? "offset table" : "fragment " + fragments;
        fragments++;
        if (shown) {
            boolean small = reader.length() <= ValueText.MAX_VALUE_BYTES;
            part(reader, name, small ? ValueText.hex(reader.value(), options.width()) : "", true);
        }
    }

    private void header(DataSetReader reader, String value, boolean shown) throws IOException {
        if (shown) {
            place(reader);
            out.write(ElementLine.of(reader, value));
            out.write('\n');
        }
    }

    private void part(DataSetReader reader, String name, String value, boolean shown) throws IOException {
        if (shown) {
            place(reader);
            out.write("  " + name);
            out.write(reader.lengthIsDefined() ? ", " + reader.length() + " bytes" : ", undefined length");
            out.write(value.isEmpty() ? "\n" : ": " + value + "\n");
        }
    }

    private void place(DataSetReader reader) throws IOException {
        if (options.offsets() == DumpOptions.Offsets.SHOWN) {
            out.write(String.format("%10d ", base + reader.headerOffset()));
        }
        out.write("    ".repeat(reader.depth()));
    }
}
