package org.symbolon.deidentification.profile.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.internal.yaml.YamlFile;
import org.symbolon.deidentification.internal.yaml.YamlMap;
import org.symbolon.deidentification.internal.yaml.YamlProblems;
import org.symbolon.deidentification.internal.yaml.YamlText;
import org.symbolon.deidentification.profile.Option;

/** Reads a profile with all that it extends. Used once. */
public final class ProfileFiles {
    /** Names of the profiles that come with Symbolon, from conf/profiles. */
    public static final List<String> SHIPPED =
            List.of("archive", "basic", "mmiv-research", "sup55", "tcia", "teaching", "wcpt");

    private static final int MAX_DEPTH = 8;

    private final YamlProblems problems;
    private final Composition composition = new Composition();
    private final Deque<String> open = new ArrayDeque<>();

    private ProfileFiles(String file) {
        this.problems = new YamlProblems(file);
    }

    /** A profile that comes with Symbolon. */
    public static ProfileDefinition shipped(String name) {
        ProfileFiles files = new ProfileFiles("profile " + name);
        return files.profile(files.shipped(name, 0, files.problems));
    }

    /**
     * A file of the user's.
     *
     * @throws org.symbolon.model.SymbolonException {@code CONFIGURATION} with all problems of all files
     */
    public static ProfileDefinition load(Path file) {
        ProfileFiles files = new ProfileFiles(file.toString());
        return files.profile(files.file(file, files.problems));
    }

    /** A list in the format of the SCAPE report. */
    public static ProfileDefinition loadProperties(Path file) {
        ProfileFiles files = new ProfileFiles(file.toString());
        ProfileSource source = PropertiesProfile.read(file, files.problems);
        files.composition.add(source);
        return files.profile(source);
    }

    /** The basic profile with options, as a file that says just that. */
    public static ProfileDefinition basicWith(SortedSet<Option> options) {
        StringBuilder yaml = new StringBuilder("profile: basic");
        options.forEach(option -> yaml.append('-').append(option.code().substring(3)));
        yaml.append("\nextends: [basic]\noptions:\n");
        options.forEach(option -> yaml.append("  - ").append(option.yamlName()).append('\n'));
        return parse(yaml.toString());
    }

    /** A YAML text of no file, which may extend what comes with Symbolon. */
    static ProfileDefinition parse(String yaml) {
        ProfileFiles files = new ProfileFiles("text");
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        return files.profile(files.add(YamlFile.read(bytes, files.problems), null, files.problems));
    }

    private ProfileDefinition profile(@Nullable ProfileSource root) {
        problems.throwIfAny();
        if (root == null) {
            throw new IllegalStateException("A profile that cannot be read has a problem");
        }
        ProfileDefinition definition = composition.profile(root.name(), root.optionsLine(), problems);
        problems.throwIfAny();
        return definition;
    }

    private @Nullable ProfileSource shipped(String name, int line, YamlProblems into) {
        return within("shipped:" + name, line, into, () -> {
            YamlProblems own = into.of("profile " + name);
            return add(YamlFile.read(Tables.bytes("profiles/" + name + ".yaml"), own), null, own);
        });
    }

    private @Nullable ProfileSource file(Path file, YamlProblems into) {
        if (!Files.isRegularFile(file)) {
            into.add(0, "there is no such file");
            return null;
        }
        if (PropertiesProfile.isOne(file)) {
            ProfileSource source = PropertiesProfile.read(file, into);
            composition.add(source);
            return source;
        }
        return within(file.toAbsolutePath().normalize().toString(), 0, into, () -> {
            YamlProblems own = into.of(file.toString());
            return add(YamlFile.read(file, own), file, own);
        });
    }

    private @Nullable ProfileSource add(Optional<YamlMap> map, @Nullable Path file, YamlProblems own) {
        if (map.isEmpty()) {
            return null;
        }
        ProfileSource source = ProfileYaml.read(map.get(), own);
        for (YamlText base : source.bases()) {
            base(base, file, own);
        }
        composition.add(source);
        return source;
    }

    private void base(YamlText base, @Nullable Path file, YamlProblems own) {
        if (SHIPPED.contains(base.text())) {
            shipped(base.text(), base.line(), own);
            return;
        }
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder == null || !Files.isRegularFile(folder.resolve(base.text()))) {
            own.add(
                    base.line(),
                    "'" + base.text() + "' is neither a file beside this one nor one of " + String.join(", ", SHIPPED));
            return;
        }
        Path other = folder.resolve(base.text()).normalize();
        if (PropertiesProfile.isOne(other)) {
            composition.add(PropertiesProfile.read(other, own.of(other.toString())));
            return;
        }
        within(other.toString(), base.line(), own, () -> {
            YamlProblems theirs = own.of(other.toString());
            return add(YamlFile.read(other, theirs), other, theirs);
        });
    }

    private @Nullable ProfileSource within(String key, int line, YamlProblems own, Step step) {
        if (open.contains(key)) {
            own.add(line, "the profile extends itself");
            return null;
        }
        if (open.size() >= MAX_DEPTH) {
            own.add(line, "profiles extend each other more than " + MAX_DEPTH + " deep");
            return null;
        }
        open.push(key);
        ProfileSource source = step.run();
        open.pop();
        return source;
    }

    private interface Step {
        @Nullable
        ProfileSource run();
    }
}
