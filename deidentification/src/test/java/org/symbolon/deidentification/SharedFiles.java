package org.symbolon.deidentification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.Profiles;

/** The DICOM files of the shared test data, and all profiles that they are to be tried with. */
final class SharedFiles {
    private static final Path DATA =
            Path.of(System.getProperty("symbolon.repository.root", "..")).resolve("../shared/data");
    /** Set for every file and profile; otherwise each profile has its share of the files. */
    private static final boolean ALL = Boolean.getBoolean("symbolon.test.all");

    private static final int SAMPLE = 8;

    private SharedFiles() {}

    static boolean areThere() {
        return Files.isDirectory(DATA.resolve("dicom"));
    }

    static List<Path> all() {
        List<Path> files = new ArrayList<>();
        for (String set : List.of("dicom", "dicom-fuzz", "generated/dicom")) {
            try (Stream<Path> walk = Files.walk(DATA.resolve(set))) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** Every file where all are asked for, else each n-th one, another share for each number. */
    static List<Path> sample(int number) {
        List<Path> files = all();
        if (ALL) {
            return files;
        }
        List<Path> share = new ArrayList<>();
        for (int i = number % SAMPLE; i < files.size(); i += SAMPLE) {
            share.add(files.get(i));
        }
        return share;
    }

    /** Every profile that has a name, and the basic one with every single option. */
    static List<Profile> profiles() {
        List<Profile> profiles = new ArrayList<>();
        Profiles.names().forEach(name -> profiles.add(Profiles.byName(name)));
        for (Option option : Option.values()) {
            // Nothing here removes faces, so that this option is refused.
            if (option != Option.CLEAN_RECOGNIZABLE_VISUAL_FEATURES) {
                profiles.add(Profiles.basicWith(Set.of(option)));
            }
        }
        return profiles;
    }
}
