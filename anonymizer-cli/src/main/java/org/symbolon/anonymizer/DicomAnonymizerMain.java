package org.symbolon.anonymizer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.OptionGroup;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.symbolon.anonymizer.internal.InPlace;
import org.symbolon.anonymizer.internal.InPlaceFolder;
import org.symbolon.anonymizer.internal.Rejected;
import org.symbolon.anonymizer.internal.Summary;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.ProgressLine;

/**
 * {@code bin/dicom-anonymizer}, with the options of the SCAPE report: removes attributes from files in place and puts them
 * back from tag files. It needs no key and adds nothing.
 */
public final class DicomAnonymizerMain {
    private static final int USAGE_ERROR = 2;
    private static final String USAGE = """
            usage: dicom-anonymizer -anonymize <dicom_file> <anonymized_tag_file>
                   dicom-anonymizer -personalize <dicom_file> <anonymized_tag_file>
                   dicom-anonymizer -anonymize_dir <directory>
                   dicom-anonymizer -personalize_dir <directory>
                   dicom-anonymizer -help

              -anonymize F T        removes attributes from F, in place; T gets them, with their values
              -personalize F T      puts the attributes of T back into F, in place: the original, byte for byte
              -anonymize_dir D      all files below D; tag files beside them, same name with extension txt
              -personalize_dir D    the way back
              -config FILE          lines Name(gggg,eeee)=0|1 (1 removes); default: conf/dicom-anonymizer.properties
              -help                 this text

            Exit code 0: done; 1: some files were rejected, and listed; 2: wrong use; others: an error, which is told.
            """;

    private final PrintWriter out;
    private final PrintWriter err;

    private DicomAnonymizerMain(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) throws Exception {
        int exitCode = run(
                arguments,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(exitCode);
    }

    /** The command without the process: its exit code. */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) throws Exception {
        CommandLine line;
        try {
            line = new DefaultParser(false).parse(options(), arguments);
        } catch (ParseException e) {
            err.println("dicom-anonymizer: " + e.getMessage());
            err.println(USAGE);
            return USAGE_ERROR;
        }
        DicomAnonymizerMain main = new DicomAnonymizerMain(out, err);
        return CommandFailure.guard(err, () -> main.run(line));
    }

    private int run(CommandLine line) throws IOException {
        if (line.hasOption("help")) {
            out.println(USAGE);
            return 0;
        }
        if (!line.getArgList().isEmpty()) {
            err.println("dicom-anonymizer: too many arguments");
            err.println(USAGE);
            return USAGE_ERROR;
        }
        if (line.hasOption("anonymize")) {
            String[] files = line.getOptionValues("anonymize");
            InPlace.anonymize(Path.of(files[0]), Path.of(files[1]), profile(line));
            return 0;
        }
        if (line.hasOption("personalize")) {
            String[] files = line.getOptionValues("personalize");
            InPlace.personalize(Path.of(files[0]), Path.of(files[1]));
            return 0;
        }
        if (line.hasOption("anonymize_dir")) {
            Path folder = Path.of(line.getOptionValue("anonymize_dir"));
            return report(InPlaceFolder.anonymize(folder, profile(line), progress()), "anonymised");
        }
        if (line.hasOption("personalize_dir")) {
            Path folder = Path.of(line.getOptionValue("personalize_dir"));
            return report(InPlaceFolder.personalize(folder, progress()), "personalised");
        }
        err.println(USAGE);
        return USAGE_ERROR;
    }

    private ProgressLine progress() {
        return new ProgressLine(err);
    }

    private int report(Summary summary, String verb) {
        for (Rejected one : summary.rejected()) {
            err.println("rejected " + one.code() + " " + one.file() + ": " + one.rule());
        }
        out.println(summary.found() + " found, " + summary.written() + " " + verb + ", "
                + summary.rejected().size() + " rejected");
        return summary.exitCode();
    }

    private static Profile profile(CommandLine line) {
        String config = line.getOptionValue("config");
        if (config != null) {
            return Profiles.fromProperties(Path.of(config));
        }
        Path standard = Path.of(System.getProperty("symbolon.root", ""), "conf", "dicom-anonymizer.properties");
        return Files.exists(standard) ? Profiles.fromProperties(standard) : Profiles.byName("sup55");
    }

    private static Options options() {
        OptionGroup actions = new OptionGroup();
        actions.addOption(Option.builder("anonymize").numberOfArgs(2).get());
        actions.addOption(Option.builder("personalize").numberOfArgs(2).get());
        actions.addOption(Option.builder("anonymize_dir").hasArg().get());
        actions.addOption(Option.builder("personalize_dir").hasArg().get());
        actions.addOption(Option.builder("help").get());
        return new Options()
                .addOptionGroup(actions)
                .addOption(Option.builder("config").hasArg().get());
    }
}
