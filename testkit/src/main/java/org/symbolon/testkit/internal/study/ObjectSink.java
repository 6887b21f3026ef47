package org.symbolon.testkit.internal.study;

import java.io.IOException;

/** Takes the objects of a study one by one. */
@FunctionalInterface
public interface ObjectSink {
    void accept(SampleObject object) throws IOException;
}
