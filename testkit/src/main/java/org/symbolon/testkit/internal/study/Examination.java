package org.symbolon.testkit.internal.study;

import java.io.IOException;

/** What is done to a person in one study. */
@FunctionalInterface
interface Examination {
    void write(StudyContext study, ObjectSink sink) throws IOException;
}
