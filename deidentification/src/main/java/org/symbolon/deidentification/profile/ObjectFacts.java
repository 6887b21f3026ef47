package org.symbolon.deidentification.profile;

/** What the conditions of rules may look at. */
public interface ObjectFacts {
    /** For profiles without conditions. */
    ObjectFacts NONE = new ObjectFacts() {
        @Override
        public String text(int topLevelTag) {
            return "";
        }

        @Override
        public String sopClassUid() {
            return "";
        }

        @Override
        public String source() {
            return "";
        }
    };

    /** The value of an attribute at the top level, trimmed, several values with backslashes; empty if there is none. */
    String text(int topLevelTag);

    String sopClassUid();

    /** The sender: a source of the agent, or what {@code --source} says. */
    String source();
}
