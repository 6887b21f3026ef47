package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every code of every character set, and random mixtures of sets, mean to us what they mean to pydicom's codecs. */
class PydicomCharacterSetsIT {
    private static final List<String> PYTHON = List.of("/usr/bin/python3");
    private static final int MIXTURES = 2_000;

    /**
     * The euro sign in GBK, the postal code mark and the filler in KS X 1001 (Python has neither), the em dash of
     * JIS X 0208 (Python: horizontal bar), the full-width tilde of JIS X 0212 (Python: that of ASCII). The JDK's tables and
     * Python's differ in these; the standard names the sets and not their Unicode.
     */
    private static final Set<String> EXPLAINED_CODES =
            Set.of("a2e3", "1b242943a2e8", "1b242943a4d4", "1b2442213d", "1b2428442237");

    private static final String SCRIPT = """
            import sys, warnings
            warnings.simplefilter("ignore")
            from pydicom.charset import convert_encodings, decode_bytes
            from pydicom.valuerep import TEXT_VR_DELIMS, PN_DELIMS
            for line in open(sys.argv[1], encoding="utf-8").read().splitlines():
                terms, vr, data = line.split("|")
                encodings = convert_encodings(terms.split("+"))
                delimiters = PN_DELIMS if vr == "PN" else TEXT_VR_DELIMS
                text = decode_bytes(bytes.fromhex(data), encodings, delimiters)
                print(text.encode("utf-8", "surrogatepass").hex())
            """;

    /** A value, its character sets, and how we decode it. */
    private record Sample(List<String> terms, Vr vr, String hex) {
        String line() {
            return String.join("+", terms) + "|" + vr + "|" + hex;
        }

        String text() {
            return CharacterSets.decode(HexFormat.of().parseHex(hex), vr, terms);
        }
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void everyCodeOfEverySet() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String term : List.of(
                "ISO_IR 100",
                "ISO_IR 101",
                "ISO_IR 109",
                "ISO_IR 110",
                "ISO_IR 144",
                "ISO_IR 127",
                "ISO_IR 126",
                "ISO_IR 138",
                "ISO_IR 148",
                "ISO_IR 166",
                "ISO_IR 13")) {
            for (int code = 0xA1; code < 0x100; code++) {
                samples.add(new Sample(List.of(term), Vr.ST, String.format("61%02x", code)));
            }
        }
        addTwoByteCodes(samples, "GB18030", "", 0x81, 0xFE, 0x40, 0xFE);
        addTwoByteCodes(samples, "GBK", "", 0x81, 0xFE, 0x40, 0xFE);
        addTwoByteCodes(samples, "ISO 2022 IR 149", "\33$)C", 0xA1, 0xFE, 0xA1, 0xFE);
        addTwoByteCodes(samples, "ISO 2022 IR 58", "\33$)A", 0xA1, 0xFE, 0xA1, 0xFE);
        addTwoByteCodes(samples, "ISO 2022 IR 87", "\33$B", 0x21, 0x7E, 0x21, 0x7E);
        addTwoByteCodes(samples, "ISO 2022 IR 159", "\33$(D", 0x21, 0x7E, 0x21, 0x7E);
        List<String> different = differences(samples);
        assertThat(different).isEmpty();
    }

    @Test
    void mixturesOfSets() throws IOException {
        Random random = new Random(4);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < MIXTURES; i++) {
            CharacterSetSamples.Mixture mixture = CharacterSetSamples.mixture(random);
            Vr vr = random.nextBoolean() ? Vr.PN : Vr.ST;
            byte[] bytes = CharacterSets.encode(mixture.text(), vr, mixture.terms());
            samples.add(new Sample(mixture.terms(), vr, HexFormat.of().formatHex(bytes)));
        }
        assertThat(differences(samples)).isEmpty();
    }

    private static void addTwoByteCodes(
            List<Sample> samples,
            String term,
            String escape,
            int firstLead,
            int lastLead,
            int firstTrail,
            int lastTrail) {
        List<String> terms = escape.isEmpty() ? List.of(term) : List.of("", term);
        for (int lead = firstLead; lead <= lastLead; lead++) {
            for (int trail = firstTrail; trail <= lastTrail; trail++) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.writeBytes(escape.getBytes(StandardCharsets.US_ASCII));
                bytes.write(lead);
                bytes.write(trail);
                Sample sample = new Sample(terms, Vr.ST, HexFormat.of().formatHex(bytes.toByteArray()));
                if (trail != 0x7F && sample.text().indexOf('\uFFFD') < 0) {
                    samples.add(sample);
                }
            }
        }
    }

    /** Where we differ, and why we stay with what we have. */
    private static boolean isExplained(Sample sample, String ours, String theirs) {
        // pydicom 2.3.1 leaves the escape sequence of GB 2312 in the text (PS3.5 6.1.2.5.3: it is no part of it).
        boolean escapeLeft = theirs.replace("\33$)A", "").equals(ours);
        // Codes that one side gives a private character and the other another one, or none: Java's GB 18030 is of 2005,
        // Python's is older, and codes for the user's own characters have no meaning that both could share.
        boolean privateUse = ours.chars().anyMatch(PydicomCharacterSetsIT::isPrivate)
                || theirs.chars().anyMatch(PydicomCharacterSetsIT::isPrivate);
        return escapeLeft || privateUse || EXPLAINED_CODES.contains(sample.hex());
    }

    private static boolean isPrivate(int c) {
        return c >= 0xE000 && c < 0xF900;
    }

    private List<String> differences(List<Sample> samples) throws IOException {
        Programs.assumeRuns("pydicom", List.of(PYTHON.get(0), "-c", "import pydicom"));
        Path list = folder.resolve("samples");
        Files.write(list, samples.stream().map(Sample::line).toList());
        Path script = Files.writeString(folder.resolve("decode.py"), SCRIPT);
        Programs.Result result = Programs.run(folder, List.of(PYTHON.get(0), script.toString(), list.toString()));
        assertThat(result.exitCode()).isZero();
        String[] lines = result.output().split("\n", -1);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            String theirs = new String(HexFormat.of().parseHex(lines[i]), StandardCharsets.UTF_8);
            String ours = samples.get(i).text();
            if (!theirs.equals(ours) && !isExplained(samples.get(i), ours, theirs)) {
                differences.add(samples.get(i).line());
            }
        }
        return differences;
    }
}
