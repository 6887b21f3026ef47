package org.symbolon.deidentification.profile.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.deidentification.cleaning.NumberPattern;
import org.symbolon.deidentification.internal.yaml.YamlText;
import org.symbolon.deidentification.profile.EncryptionPolicy;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.PixelPolicy;
import org.symbolon.deidentification.profile.PrivatePolicy;
import org.symbolon.deidentification.profile.Unlisted;
import org.symbolon.deidentification.text.policy.RecordPolicy;

/**
 * What one profile file says; what it leaves open is empty. Immutable.
 *
 * @param options empty if the file does not build on the standard's table
 * @param optionsLine for problems that show only when files are put together
 * @param records by section (kinds, types, fields), names and what they are to become
 */
record ProfileSource(
        String name,
        Optional<String> description,
        List<YamlText> bases,
        Optional<Set<Option>> options,
        int optionsLine,
        Optional<Unlisted> unlisted,
        Optional<PrivatePolicy> privateAttributes,
        Optional<PixelPolicy> pixels,
        Optional<EncryptionPolicy> encryption,
        Marking marking,
        Optional<Set<NumberPattern>> numbers,
        Set<NumberPattern> ownNumbers,
        Map<String, List<RecordLine>> records,
        List<ProfileRule> rules) {

    /** A line of the part for textual records. */
    record RecordLine(int line, String name, String rule) {
        /** @throws IllegalArgumentException saying what is wrong with the line */
        void addTo(String section, RecordPolicy.Builder builder) {
            switch (section) {
                case "kinds" -> builder.kind(name, rule);
                case "types" -> builder.dataType(name, rule);
                default -> builder.field(name, rule);
            }
        }
    }

    ProfileSource {
        bases = List.copyOf(bases);
        rules = List.copyOf(rules);
    }

    static ProfileSource ofRules(String name, List<ProfileRule> rules) {
        return new ProfileSource(
                name,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                0,
                Optional.of(Unlisted.KEEP),
                Optional.of(PrivatePolicy.KEEP),
                Optional.empty(),
                Optional.empty(),
                Marking.NONE,
                Optional.empty(),
                Set.of(),
                Map.of(),
                rules);
    }
}
