package org.symbolon.dicomweb;

import java.io.IOException;
import java.io.InputStream;

/** The frames of one instance as they are stored. */
public interface StoredFrames {
    int count();

    /** One frame's bytes, fragments joined; frames count from 1. The caller closes it. */
    InputStream open(int frameNumber) throws IOException;
}
