package org.symbolon.deidentification.profile.internal;

import java.util.List;
import java.util.Set;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.profile.EncryptionPolicy;
import org.symbolon.deidentification.profile.Marks;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.PixelPolicy;
import org.symbolon.deidentification.profile.PrivatePolicy;
import org.symbolon.deidentification.profile.Unlisted;
import org.symbolon.deidentification.text.policy.RecordPolicy;

/**
 * What a profile consists of. Immutable.
 *
 * @param rules those of the standard's tables first, then those of the files, the stronger ones later
 */
public record ProfileDefinition(
        String name,
        String description,
        Set<Option> options,
        Marks marks,
        Unlisted unlisted,
        PrivatePolicy privateAttributes,
        PixelPolicy pixels,
        EncryptionPolicy encryption,
        RecordPolicy records,
        CleaningOptions cleaning,
        List<ProfileRule> rules) {

    public ProfileDefinition {
        options = Set.copyOf(options);
        rules = List.copyOf(rules);
    }
}
