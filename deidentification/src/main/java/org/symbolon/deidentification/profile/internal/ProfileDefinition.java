package org.symbolon.deidentification.profile.internal;

import java.util.List;
import java.util.Set;
import org.symbolon.deidentification.profile.Marks;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.PixelPolicy;
import org.symbolon.deidentification.profile.PrivatePolicy;
import org.symbolon.deidentification.profile.RecordPolicy;
import org.symbolon.deidentification.profile.Requirement;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.deidentification.profile.TextPatterns;
import org.symbolon.deidentification.profile.Unlisted;

/** What a profile consists of. Immutable. */
public record ProfileDefinition(
        String name,
        String description,
        Set<Option> options,
        Marks marks,
        Unlisted unlisted,
        PrivatePolicy privateAttributes,
        PixelPolicy pixels,
        RecordPolicy records,
        TextPatterns patterns,
        RuleTable rules,
        Rule dates,
        List<Requirement> requirements) {

    public ProfileDefinition {
        options = Set.copyOf(options);
        requirements = List.copyOf(requirements);
    }
}
