package org.symbolon.deidentification.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.profile.internal.ProfileDefinition;
import org.symbolon.deidentification.profile.internal.ProfileRule;
import org.symbolon.deidentification.profile.internal.RuleResolver;
import org.symbolon.deidentification.text.policy.RecordPolicy;

/** A named list of rules and policies, from {@link Profiles}. Immutable and thread-safe. */
public final class Profile {
    /** What the engine writes where a text must not be empty and no rule says another one. */
    public static final String DUMMY_TEXT = "ANONYMIZED";

    private final ProfileDefinition definition;
    private final RuleResolver rules;

    Profile(ProfileDefinition definition) {
        this.definition = definition;
        this.rules = new RuleResolver(definition);
    }

    public String name() {
        return definition.name();
    }

    /** A sentence for people, empty if there is none. */
    public String description() {
        return definition.description();
    }

    /** The options of PS3.15 that the profile claims; empty for one that is not built on the standard's table. */
    public Set<Option> options() {
        return definition.options();
    }

    /** What the engine writes into the object. */
    public Marks marks() {
        return definition.marks();
    }

    public Unlisted unlisted() {
        return definition.unlisted();
    }

    public PrivatePolicy privateAttributes() {
        return definition.privateAttributes();
    }

    public PixelPolicy pixels() {
        return definition.pixels();
    }

    /** Whether a run may name a recipient that the removed attributes are encrypted for. */
    public boolean allowsEncryptedAttributes() {
        return definition.encryption() == EncryptionPolicy.ALLOWED;
    }

    /** What the profile says of textual records. */
    public RecordPolicy records() {
        return definition.records();
    }

    /** What the text cleaner looks for beside the values of the record itself. */
    public CleaningOptions cleaning() {
        return definition.cleaning();
    }

    /** Whether content items are judged one by one (option Clean Structured Content, PS3.15 E.3.4). */
    public boolean structuredContent() {
        return definition.options().contains(Option.CLEAN_STRUCTURED_CONTENT);
    }

    /** Attributes of the top level that conditions look at. */
    public Set<Integer> neededFacts() {
        return rules.neededFacts();
    }

    /** The rules for an object: conditions and the types of its IOD are decided. To be asked for once an object. */
    public RuleSet rulesFor(ObjectFacts facts) {
        return rules.rulesFor(facts);
    }

    /** Texts that the profile itself writes into objects: marks and dummy values. They say nothing about anybody. */
    public List<String> writtenTexts() {
        List<String> texts = new ArrayList<>(List.of(marks().method(), marks().temporal(), DUMMY_TEXT));
        marks().codes().forEach(code -> texts.add(code.meaning()));
        for (ProfileRule rule : definition.rules()) {
            Action action = rule.rule().action();
            boolean writes = action == Action.SET || action == Action.REQUIRE || action == Action.DUMMY;
            if (writes && !rule.rule().argument().contains("${")) {
                texts.add(rule.rule().argument());
            }
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }
}
