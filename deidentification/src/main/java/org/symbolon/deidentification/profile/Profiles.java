package org.symbolon.deidentification.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.deidentification.profile.internal.ProfileDefinition;
import org.symbolon.deidentification.profile.internal.RuleTable;
import org.symbolon.deidentification.profile.internal.StandardTable;
import org.symbolon.deidentification.profile.internal.StandardTable.Options;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The profiles that come with Symbolon, and those written as property files (docs/deidentification.md). */
public final class Profiles {
    private static final Pattern LINE = Pattern.compile("[^=]*\\(([0-9A-Fa-f]{4}),([0-9A-Fa-f]{4})\\)\\s*=\\s*([01])");
    private static final int MAX_LINES = 100_000;
    private static final Marks.Code BASIC_CODE = new Marks.Code("113100", "Basic Application Confidentiality Profile");

    private Profiles() {}

    /** Names that {@link #byName} knows. */
    public static List<String> names() {
        return List.of("archive", "basic", "sup55", "wcpt");
    }

    /**
     * {@code basic}: the basic profile of PS3.15 2026c. {@code archive}: that, with dates moved and patient characteristics
     * kept. {@code wcpt}: ten attributes that the hospital of the SCAPE report removes. {@code sup55}: the list of DICOM
     * Supplement 55. Another name is {@code CONFIGURATION}.
     */
    public static Profile byName(String name) {
        return switch (name) {
            case "basic" -> basic();
            case "archive" -> archive();
            case "wcpt", "sup55" -> resource(name);
            default ->
                throw new SymbolonException(ErrorCode.CONFIGURATION, "There is no such profile; there are " + names());
        };
    }

    /**
     * A profile of lines {@code Name(gggg,eeee)=1} for attributes to remove and {@code =0} for such to keep; others stay.
     * Lines that begin with # are comments. Named after the file, without its extension.
     */
    public static Profile fromProperties(Path file) {
        String fileName = String.valueOf(file.getFileName());
        int dot = fileName.lastIndexOf('.');
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return properties(dot > 0 ? fileName.substring(0, dot) : fileName, reader);
        } catch (IOException e) {
            throw new SymbolonException(ErrorCode.CONFIGURATION, "Cannot read the profile file " + file, e);
        }
    }

    private static Profile basic() {
        Marks marks = new Marks("PS3.15 2026c basic profile", List.of(BASIC_CODE), "REMOVED");
        return standard("basic", Set.of(), StandardTable.load(Options.NONE), Rule.of(Action.DUMMY, "unlisted"), marks);
    }

    private static Profile archive() {
        List<Marks.Code> codes = List.of(
                BASIC_CODE,
                new Marks.Code("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
                new Marks.Code("113108", "Retain Patient Characteristics Option"));
        return standard(
                "archive",
                Set.of(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES, Option.RETAIN_PATIENT_CHARACTERISTICS),
                StandardTable.load(Options.MODIFIED_DATES_AND_PATIENT_CHARACTERISTICS),
                Rule.of(Action.SHIFT_DATE, Action.DUMMY, "unlisted"),
                new Marks("PS3.15 2026c basic, mod. dates, pat. chars.", codes, "MODIFIED"));
    }

    private static Profile standard(String name, Set<Option> options, RuleTable rules, Rule dates, Marks marks) {
        Rule patient = Rule.of(Action.PATIENT_PSEUDONYM, "E.1-1");
        return new Profile(new ProfileDefinition(
                name,
                "",
                options,
                marks,
                Unlisted.STANDARD,
                PrivatePolicy.REMOVE,
                PixelPolicy.LEAVE,
                RecordPolicy.DEFAULT,
                TextPatterns.DEFAULT,
                rules,
                dates,
                List.of(
                        new Requirement(Tags.PatientName, Vr.PN, patient),
                        new Requirement(Tags.PatientID, Vr.LO, patient))));
    }

    private static Profile resource(String name) {
        String path = "/org/symbolon/deidentification/profile/" + name + ".properties";
        try (InputStream in = Profiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + path + " is missing");
            }
            return properties(name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Profile properties(String name, BufferedReader reader) throws IOException {
        RuleTable.Builder rules = new RuleTable.Builder();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (number > MAX_LINES) {
                throw new SymbolonException(ErrorCode.CONFIGURATION, "A profile has at most " + MAX_LINES + " lines");
            }
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(text);
            if (!matcher.matches()) {
                throw new SymbolonException(
                        ErrorCode.CONFIGURATION,
                        "Line " + number + " of profile " + name + " is not of the form Name(gggg,eeee)=0|1");
            }
            Action action = matcher.group(3).equals("1") ? Action.REMOVE : Action.KEEP;
            rules.add((matcher.group(1) + matcher.group(2)), Rule.of(action, "profile " + name + " line " + number));
        }
        return new Profile(new ProfileDefinition(
                name,
                "",
                Set.of(),
                new Marks("Symbolon profile " + name, List.of(), ""),
                Unlisted.KEEP,
                PrivatePolicy.KEEP,
                PixelPolicy.LEAVE,
                RecordPolicy.DEFAULT,
                TextPatterns.DEFAULT,
                rules.build(),
                Rule.of(Action.KEEP, "unlisted"),
                List.of()));
    }
}
