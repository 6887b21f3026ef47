package org.symbolon.deidentification.profile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.symbolon.deidentification.profile.internal.ProfileFiles;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The profiles that come with Symbolon, and those written as files (docs/reference/profiles.md). */
public final class Profiles {
    private static final Map<String, Profile> SHIPPED = new ConcurrentHashMap<>();

    private Profiles() {}

    /** Names that {@link #byName} knows, in their order. */
    public static List<String> names() {
        return ProfileFiles.SHIPPED;
    }

    /** A profile that comes with Symbolon; another name is {@code CONFIGURATION}. */
    public static Profile byName(String name) {
        if (!names().contains(name)) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION, "There is no profile '" + name + "'; there are " + names());
        }
        return SHIPPED.computeIfAbsent(name, unknown -> new Profile(ProfileFiles.shipped(unknown)));
    }

    /**
     * A profile file: YAML if its name ends so, else lines {@code Name(gggg,eeee)=1} for attributes to remove and {@code =0}
     * for such to keep.
     *
     * @throws SymbolonException {@code CONFIGURATION} naming file, line and problem, for every problem that it and the files
     *     that it extends have
     */
    public static Profile load(Path file) {
        return new Profile(ProfileFiles.load(file));
    }

    /** As {@link #load}, for a list of lines {@code Name(gggg,eeee)=0|1} whatever its file is called. */
    public static Profile fromProperties(Path file) {
        return new Profile(ProfileFiles.loadProperties(file));
    }

    /** What a person writes for a profile: the name of one that comes with Symbolon, or a file. */
    public static Profile of(String nameOrFile) {
        if (!names().contains(nameOrFile) && Files.isRegularFile(Path.of(nameOrFile))) {
            return load(Path.of(nameOrFile));
        }
        return byName(nameOrFile);
    }

    /**
     * The basic profile of PS3.15 with options; {@code CONFIGURATION} if they contradict each other or one is not offered.
     * Its name tells the codes of the options.
     */
    public static Profile basicWith(Set<Option> options) {
        return new Profile(ProfileFiles.basicWith(new TreeSet<>(options)));
    }
}
