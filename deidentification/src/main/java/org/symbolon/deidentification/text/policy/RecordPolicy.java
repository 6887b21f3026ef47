package org.symbolon.deidentification.text.policy;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;

/**
 * The rules of a profile for textual records. A rule for a field goes before one for a data type, and that before one for a kind
 * of place, and of several fields the one whose path says most; a place that no rule names has what its kind has by default, so that a field nobody thought of is covered.
 * Immutable and thread-safe. Which actions fit which kind: docs/deidentification.md "Textual records".
 */
public final class RecordPolicy {
    private static final RecordPolicy DEFAULTS = builder().build();
    private static final int MAX_REMEMBERED = 20_000;

    private final Map<PlaceType, RecordAction> kinds;
    private final Map<String, Choice> types;
    private final Map<PathPattern, Choice> fields;
    private final Map<PlaceType, RecordRule> byKind = new EnumMap<>(PlaceType.class);

    /** What was decided before; paths are many, but few of them new. */
    private final Map<Question, RecordRule> decided = new ConcurrentHashMap<>();

    private record Question(PlaceType kind, String dataType, String path) {}

    private RecordPolicy(Builder builder) {
        this.kinds = new EnumMap<>(builder.kinds);
        this.types = new LinkedHashMap<>(builder.types);
        this.fields = new LinkedHashMap<>();
        // the more a path says, the earlier it counts
        builder.fields.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        (Map.Entry<String, Choice> entry) -> -entry.getKey().length()))
                .forEach(entry -> fields.put(PathPattern.parse(entry.getKey()), entry.getValue()));
        for (PlaceType kind : PlaceType.values()) {
            RecordAction action = kinds.getOrDefault(kind, Kinds.byDefault(kind));
            byKind.put(kind, new RecordRule(kind, action, "kind " + Kinds.word(kind)));
        }
    }

    /** Every kind of place by its default. */
    public static RecordPolicy defaults() {
        return DEFAULTS;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** With the rules of this one, for a profile that changes some of them. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.kinds.putAll(kinds);
        builder.types.putAll(types);
        fields.forEach((pattern, choice) -> builder.fields.put(pattern.toString(), choice));
        return builder;
    }

    /** What is to be done with a place. */
    public RecordRule of(Place place) {
        if (types.isEmpty() && fields.isEmpty()) {
            return ofKind(place.type());
        }
        Question question = new Question(place.type(), place.dataType(), place.path());
        RecordRule known = decided.get(question);
        if (known != null) {
            return known;
        }
        RecordRule rule = decide(question);
        if (decided.size() < MAX_REMEMBERED) {
            decided.put(question, rule);
        }
        return rule;
    }

    private RecordRule decide(Question question) {
        for (Map.Entry<PathPattern, Choice> field : fields.entrySet()) {
            RecordRule rule = ofField(field.getKey(), field.getValue(), question);
            if (rule != null) {
                return rule;
            }
        }
        String type = question.dataType();
        while (!type.isEmpty()) {
            Choice choice = types.get(type);
            RecordRule rule = choice == null ? null : apply(choice, question.kind(), "type " + type);
            if (rule != null) {
                return rule;
            }
            type = type.substring(0, Math.max(0, type.lastIndexOf('.')));
        }
        return ofKind(question.kind());
    }

    private @Nullable RecordRule ofField(PathPattern pattern, Choice choice, Question question) {
        String origin = "field " + pattern;
        if (question.kind() == PlaceType.REMOVABLE && choice.as() != null) {
            // what is known of a part of it would go with the whole
            return pattern.isInside(question.path())
                    ? new RecordRule(PlaceType.REMOVABLE, RecordAction.KEEP, origin)
                    : null;
        }
        return pattern.matches(question.path(), question.dataType()) ? apply(choice, question.kind(), origin) : null;
    }

    /** Null where the choice cannot be meant for a value of this kind. */
    private @Nullable RecordRule apply(Choice choice, PlaceType kind, String origin) {
        PlaceType as = choice.as() == null ? kind : choice.as();
        RecordAction action = choice.action() == null ? ofKind(as).action() : choice.action();
        return Kinds.allowed(as).contains(action) ? new RecordRule(as, action, origin) : null;
    }

    private RecordRule ofKind(PlaceType kind) {
        RecordRule rule = byKind.get(kind);
        if (rule == null) {
            throw new IllegalStateException("Every kind has a rule");
        }
        return rule;
    }

    /** Collects rules; every wrong one is an IllegalArgumentException whose message is for the author of the profile. */
    public static final class Builder {
        private final Map<PlaceType, RecordAction> kinds = new EnumMap<>(PlaceType.class);
        private final Map<String, Choice> types = new LinkedHashMap<>();
        private final Map<String, Choice> fields = new LinkedHashMap<>();

        private Builder() {}

        /**
         * @param kind in the words of {@link PlaceType}: {@code other-name}
         * @param action in the words of {@link RecordAction}: {@code truncate-date-year}
         */
        public Builder kind(String kind, String action) {
            PlaceType of = Kinds.kind(kind.strip());
            RecordAction wanted = Kinds.action(action.strip());
            if (!Kinds.allowed(of).contains(wanted)) {
                throw new IllegalArgumentException("'" + action.strip() + "' is nothing for " + kind.strip()
                        + "; fitting are " + Kinds.words(Kinds.allowed(of)));
            }
            kinds.put(of, wanted);
            return this;
        }

        /**
         * @param type a data type or a part of one: {@code XPN}, {@code XAD.5}, {@code Address.city}, {@code AD}
         * @param rule an action, or {@code as} and a kind
         */
        public Builder dataType(String type, String rule) {
            if (!type.strip().matches("[A-Za-z][A-Za-z0-9_.]{0,79}")) {
                throw new IllegalArgumentException("'" + type + "' is no data type such as XPN, XAD.5 or Address.city");
            }
            types.put(type.strip(), Choice.parse(rule));
            return this;
        }

        /**
         * @param path of a field, in the format's own notation
         * @param rule an action, or {@code as} and a kind
         */
        public Builder field(String path, String rule) {
            PathPattern unused = PathPattern.parse(path);
            fields.put(path.strip(), Choice.parse(rule));
            return this;
        }

        public RecordPolicy build() {
            return new RecordPolicy(this);
        }
    }
}
