package org.symbolon.testkit.internal.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.symbolon.dicom.Vr;
import org.symbolon.testkit.PlantedValue;
import org.symbolon.testkit.SampleListener;
import org.symbolon.testkit.internal.dicom.TextEncoder;
import org.symbolon.testkit.internal.people.NameGroup;
import org.symbolon.testkit.internal.people.PersonName;
import org.symbolon.testkit.internal.people.Script;

/** Tells a listener what identity the objects of one person hold, each value once. Not thread-safe. */
public final class Planter {
    /** Shorter texts are found by chance, or are no identity by themselves. */
    static final int MIN_CHARACTERS = 4;

    private final SampleListener listener;
    private final Set<String> told = new HashSet<>();

    public Planter(SampleListener listener) {
        this.listener = listener;
    }

    /** Plants a text as it stands, if a search can tell it from chance. */
    public void text(PlantedValue.Kind kind, String text, Script script) {
        if (text.length() < MIN_CHARACTERS || !told.add(kind + text)) {
            return;
        }
        List<byte[]> encodings = encodings(text, script);
        if (encodings.isEmpty()) {
            return;
        }
        try {
            listener.planted(new PlantedValue(kind, text, encodings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plants each component group, its longer components, and the name as it is spoken in a comment. */
    public void name(PlantedValue.Kind kind, PersonName name, Script script) {
        nameValue(kind, name, script);
        text(kind, name.spoken(), script);
    }

    /** Plants each component group and its longer components: for a name that stands in Person Name values only. */
    void nameValue(PlantedValue.Kind kind, PersonName name, Script script) {
        for (NameGroup group : name.groups()) {
            text(kind, group.dicom(), script);
            text(kind, group.family(), script);
            text(kind, group.given(), script);
        }
    }

    void uid(PlantedValue.Kind kind, String uid) {
        text(kind, uid, Script.ENGLISH);
    }

    /** Empty if the form that stands in the files is too short to search for. */
    private static List<byte[]> encodings(String text, Script script) {
        byte[] bare = script.bareBytes(text);
        if (bare.length < PlantedValue.MIN_BYTES) {
            return List.of();
        }
        List<byte[]> distinct = new ArrayList<>();
        add(distinct, text.getBytes(StandardCharsets.UTF_8));
        add(distinct, script.bytes(text));
        add(distinct, bare);
        add(distinct, TextEncoder.encode(text, Vr.PN, script));
        add(distinct, jsonEscaped(text, "\\u%04x").getBytes(StandardCharsets.US_ASCII));
        add(distinct, jsonEscaped(text, "\\u%04X").getBytes(StandardCharsets.US_ASCII));
        return distinct;
    }

    private static void add(List<byte[]> encodings, byte[] bytes) {
        boolean known = encodings.stream().anyMatch(other -> Arrays.equals(other, bytes));
        if (!known && bytes.length >= PlantedValue.MIN_BYTES) {
            encodings.add(bytes);
        }
    }

    private static String jsonEscaped(String text, String format) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                escaped.append(c);
            } else {
                escaped.append(String.format(Locale.ROOT, format, (int) c));
            }
        }
        return escaped.toString();
    }
}
