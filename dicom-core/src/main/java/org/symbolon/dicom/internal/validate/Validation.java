package org.symbolon.dicom.internal.validate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Finding;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/** One walk through a data set that notes every rule that is broken. Used once. */
public final class Validation {
    /** Values beyond this are judged by their length only. */
    private static final int MAX_JUDGED_BYTES = 64 << 10;

    private final DataSetReader reader;
    private final Findings findings;
    private final List<List<String>> characterSets = new ArrayList<>();
    private final DataSet identity = new DataSet();

    private Validation(DataSetReader reader, Findings findings) {
        this.reader = reader;
        this.findings = findings;
        characterSets.add(List.of());
    }

    /** Reads to the end. The meta group is empty if there is none. */
    public static void run(DataSetReader reader, DataSet meta, Findings findings) throws IOException {
        Validation validation = new Validation(reader, findings);
        if (!meta.isEmpty()) {
            MetaRules.check(meta, findings);
        }
        for (Token token = reader.next(); token != null; token = reader.next()) {
            validation.judge(token);
        }
        validation.finish(meta);
        findings.addAll(reader.findings());
    }

    private void finish(DataSet meta) {
        boolean directory = meta.string(Tags.MediaStorageSOPClassUID).equals("1.2.840.10008.1.3.10");
        if (!reader.stopped() && !directory) {
            for (int tag : new int[] {Tags.SOPClassUID, Tags.SOPInstanceUID}) {
                if (identity.string(tag).isEmpty()) {
                    String path = Tag.format(tag);
                    findings.add(new Finding(
                            DicomProblem.MISSING_UID, path, tag, -1, "An object has this UID (PS3.3 C.12.1)"));
                }
            }
        }
        MetaRules.compare(meta, Tags.MediaStorageSOPClassUID, identity.string(Tags.SOPClassUID), findings);
        MetaRules.compare(meta, Tags.MediaStorageSOPInstanceUID, identity.string(Tags.SOPInstanceUID), findings);
    }

    private void judge(Token token) throws IOException {
        switch (token) {
            case ITEM_START -> characterSets.add(characterSets.get(characterSets.size() - 1));
            case ITEM_END -> characterSets.remove(characterSets.size() - 1);
            case ELEMENT -> {
                boolean padding = reader.tag() == 0 && reader.length() == 0;
                if (!padding && reader.tag() >>> 16 != 0xFFFE) {
                    element();
                    value();
                }
            }
            case SEQUENCE_START, FRAGMENTS_START -> element();
            case FRAGMENT, FRAGMENTS_END, SEQUENCE_END -> {}
        }
    }

    private void element() {
        int tag = reader.tag();
        String creator = reader.privateCreator();
        note(ElementRules.brokenByTag(tag, creator));
        note(ElementRules.brokenByVr(tag, reader.vr(), creator));
        if (ElementRules.isRetired(tag)) {
            add(DicomProblem.RETIRED, "A retired element (PS3.6)");
        }
        if (reader.token() == Token.FRAGMENTS_START && reader.vr() != Vr.OB && reader.vr() != Vr.OW) {
            note("Encapsulated pixel data is OB (PS3.5 A.4)");
        }
    }

    private void value() throws IOException {
        Vr vr = reader.vr();
        int tag = reader.tag();
        if (reader.length() > MAX_JUDGED_BYTES) {
            note(
                    reader.length() % vr.valueBytes() == 0
                            ? null
                            : "A value is a whole number of units of its VR (PS3.5 6.2)");
            return;
        }
        byte[] value = reader.value();
        if (tag == Tags.SpecificCharacterSet) {
            characterSet(value);
        }
        if (reader.depth() == 0 && (tag == Tags.SOPClassUID || tag == Tags.SOPInstanceUID)) {
            identity.putBytes(tag, Vr.UI, value);
        }
        note(ValueRules.broken(vr, value, characterSets.get(characterSets.size() - 1)));
        String multiplicity = Dictionary.standard().multiplicity(tag);
        if (value.length > 0 && !multiplicity.isEmpty() && !Multiplicity.allows(multiplicity, count(vr, value))) {
            note("Another number of values than PS3.6 has");
        }
    }

    /** Backslashes are counted in the decoded text: in some character sets the byte is part of a character (PS3.5 6.1.2.3). */
    private long count(Vr vr, byte[] value) {
        if (!vr.isText()) {
            boolean stream = vr == Vr.OB
                    || vr == Vr.OW
                    || vr == Vr.OF
                    || vr == Vr.OD
                    || vr == Vr.OL
                    || vr == Vr.OV
                    || vr == Vr.UN;
            return stream ? 1 : value.length / vr.valueBytes();
        }
        if (!vr.isMultiValued()) {
            return 1;
        }
        String text = CharacterSets.decode(value, vr, characterSets.get(characterSets.size() - 1));
        return 1 + text.chars().filter(c -> c == '\\').count();
    }

    private void characterSet(byte[] value) {
        characterSets.set(characterSets.size() - 1, CharacterSets.terms(value));
        CharacterSets.faults(value).forEach(fault -> note(fault + " (PS3.3 C.12.1.1.2)"));
    }

    private void note(@Nullable String rule) {
        if (rule != null) {
            add(DicomProblem.NONCONFORMANT, rule);
        }
    }

    private void add(DicomProblem problem, String rule) {
        if (findings.hasRoom()) {
            findings.add(new Finding(problem, reader.path(), reader.tag(), reader.headerOffset(), rule));
        } else {
            findings.addUnseen();
        }
    }
}
