package org.symbolon.deidentification.profile.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.cleaning.NumberPattern;
import org.symbolon.deidentification.internal.yaml.YamlProblems;
import org.symbolon.deidentification.profile.EncryptionPolicy;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.PixelPolicy;
import org.symbolon.deidentification.profile.PrivatePolicy;
import org.symbolon.deidentification.profile.Unlisted;
import org.symbolon.deidentification.text.policy.RecordPolicy;

/** Profile files laid over each other, and in the end a profile. What a later file says goes before what an earlier one said. */
final class Composition {
    private static final String NOT_TOGETHER = "do not go together";

    private @Nullable Set<Option> options;
    private Optional<String> description = Optional.empty();
    private Optional<Unlisted> unlisted = Optional.empty();
    private Optional<PrivatePolicy> privateAttributes = Optional.empty();
    private Optional<PixelPolicy> pixels = Optional.empty();
    private EncryptionPolicy encryption = EncryptionPolicy.ALLOWED;
    private Optional<Set<NumberPattern>> numbers = Optional.empty();
    private final Set<NumberPattern> ownNumbers = new LinkedHashSet<>();
    private Marking marking = Marking.NONE;
    private final List<ProfileRule> rules = new ArrayList<>();
    private final List<ProfileSource> recordSources = new ArrayList<>();

    void add(ProfileSource source) {
        if (source.options().isPresent()) {
            Set<Option> all = options == null ? EnumSet.noneOf(Option.class) : options;
            all.addAll(source.options().get());
            options = all;
        }
        description = source.description().or(() -> description);
        unlisted = source.unlisted().or(() -> unlisted);
        privateAttributes = source.privateAttributes().or(() -> privateAttributes);
        pixels = source.pixels().or(() -> pixels);
        encryption = source.encryption().orElse(encryption);
        numbers = source.numbers().or(() -> numbers);
        ownNumbers.addAll(source.ownNumbers());
        marking = source.marking().or(marking);
        rules.addAll(source.rules());
        recordSources.add(source);
    }

    /** @param line of the options, for problems of the whole */
    ProfileDefinition profile(String name, int line, YamlProblems problems) {
        Optional<Set<Option>> claimed = Optional.ofNullable(options);
        Set<Option> chosen = claimed.orElse(Set.of());
        check(chosen, claimed.isPresent(), line, problems);
        List<ProfileRule> all = new ArrayList<>();
        if (claimed.isPresent()) {
            all.addAll(StandardTable.rules(chosen));
        }
        PrivatePolicy ofPrivate = privateAttributes.orElse(privateByDefault(claimed));
        if (ofPrivate == PrivatePolicy.SAFE) {
            all.addAll(SafePrivate.rules());
        }
        all.addAll(rules);
        PixelPolicy byOption = chosen.contains(Option.CLEAN_PIXEL_DATA) ? PixelPolicy.CLEAN : PixelPolicy.LEAVE;
        return new ProfileDefinition(
                name,
                description.orElse(""),
                chosen,
                marking.marks(name, claimed),
                unlisted.orElse(claimed.isPresent() ? Unlisted.STANDARD : Unlisted.KEEP),
                ofPrivate,
                pixels.orElse(byOption),
                encryption,
                records(chosen, claimed.isPresent()),
                cleaning(),
                all);
    }

    private static PrivatePolicy privateByDefault(Optional<Set<Option>> claimed) {
        if (claimed.isEmpty()) {
            return PrivatePolicy.KEEP;
        }
        return claimed.get().contains(Option.RETAIN_SAFE_PRIVATE) ? PrivatePolicy.SAFE : PrivatePolicy.REMOVE;
    }

    private void check(Set<Option> chosen, boolean standard, int line, YamlProblems problems) {
        if (Option.contradict(chosen)) {
            problems.add(
                    line,
                    "the options " + Option.RETAIN_LONGITUDINAL_FULL_DATES.yamlName() + " and "
                            + Option.RETAIN_LONGITUDINAL_MODIFIED_DATES.yamlName() + " " + NOT_TOGETHER
                            + " (PS3.15 E.3.6)");
        }
        if (!standard) {
            return;
        }
        if (unlisted.orElse(Unlisted.STANDARD) == Unlisted.KEEP) {
            problems.add(line, "options of PS3.15 and 'unlisted: keep' " + NOT_TOGETHER);
        }
        PrivatePolicy stated = privateAttributes.orElse(privateByDefault(Optional.of(chosen)));
        boolean safe = chosen.contains(Option.RETAIN_SAFE_PRIVATE);
        if (safe && stated == PrivatePolicy.REMOVE) {
            problems.add(line, "the option retain-safe-private and 'private: remove' " + NOT_TOGETHER);
        }
        if (stated == PrivatePolicy.KEEP || stated == PrivatePolicy.SEARCH || (!safe && stated == PrivatePolicy.SAFE)) {
            problems.add(
                    line,
                    "options of PS3.15 and 'private: " + stated.name().toLowerCase(Locale.ROOT) + "' " + NOT_TOGETHER
                            + (safe ? "" : " without the option retain-safe-private"));
        }
        if (chosen.contains(Option.CLEAN_PIXEL_DATA) && pixels.orElse(PixelPolicy.CLEAN) == PixelPolicy.LEAVE) {
            problems.add(line, "the option clean-pixel-data and 'pixels: leave' " + NOT_TOGETHER);
        }
    }

    private CleaningOptions cleaning() {
        Set<NumberPattern> all = new LinkedHashSet<>(numbers.orElse(NumberPattern.builtIn()));
        all.addAll(ownNumbers);
        return CleaningOptions.defaults().withPatterns(all);
    }

    /** Records follow the options as images do: where dates go from those, they are cut to the year in these. */
    private RecordPolicy records(Set<Option> chosen, boolean standard) {
        RecordPolicy.Builder builder = RecordPolicy.builder();
        if (standard && chosen.contains(Option.RETAIN_LONGITUDINAL_FULL_DATES)) {
            builder.kind("date", "keep");
        } else if (standard && !chosen.contains(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES)) {
            builder.kind("date", "truncate-date-year").kind("birth-date", "empty");
        }
        if (chosen.contains(Option.RETAIN_INSTITUTION_IDENTITY)) {
            builder.kind("organisation-name", "keep");
        }
        for (ProfileSource source : recordSources) {
            source.records().forEach((section, lines) -> lines.forEach(line -> line.addTo(section, builder)));
        }
        return builder.build();
    }
}
