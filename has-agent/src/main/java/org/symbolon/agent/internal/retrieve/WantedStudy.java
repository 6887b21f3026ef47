package org.symbolon.agent.internal.retrieve;

import java.util.List;
import org.symbolon.crosswalk.ObjectKey;

/** Objects of one study that are to come home; the UIDs are those of the data centre. */
record WantedStudy(String studyUid, List<ObjectKey> keys) {}
