package org.symbolon.deidentification.profile.internal;

import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Rule;

/** The type that an IOD gives to an attribute (PS3.5 section 7.4), as far as the codes of PS3.15 table E.1-1a depend on it. */
public enum AttributeType {
    /** Type 1 and 1C: must have a value. */
    ONE,
    /** Type 2 and 2C: may be empty. */
    TWO,
    /** Type 3: may be absent. */
    THREE,
    /** The IOD is unknown, or says nothing of the attribute: what is right for every type is taken. */
    UNKNOWN;

    Rule resolve(Rule rule) {
        if (!rule.action().dependsOnType() && !rule.otherwise().dependsOnType()) {
            return rule;
        }
        return new Rule(resolve(rule.action()), resolve(rule.otherwise()), rule.argument(), rule.origin());
    }

    private Action resolve(Action action) {
        return switch (action) {
            case REMOVE_OR_EMPTY ->
                switch (this) {
                    case ONE -> Action.DUMMY;
                    case TWO, UNKNOWN -> Action.EMPTY;
                    case THREE -> Action.REMOVE;
                };
            case REMOVE_OR_DUMMY -> this == THREE ? Action.REMOVE : Action.DUMMY;
            case EMPTY_OR_DUMMY ->
                switch (this) {
                    case ONE, UNKNOWN -> Action.DUMMY;
                    case TWO, THREE -> Action.EMPTY;
                };
            case REMOVE_EMPTY_OR_DUMMY ->
                switch (this) {
                    case ONE, UNKNOWN -> Action.DUMMY;
                    case TWO -> Action.EMPTY;
                    case THREE -> Action.REMOVE;
                };
            case REMOVE_EMPTY_OR_UIDS ->
                switch (this) {
                    case ONE, UNKNOWN -> Action.PROCESS;
                    case TWO -> Action.EMPTY;
                    case THREE -> Action.REMOVE;
                };
            default -> action;
        };
    }
}
