package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.model.ProgressLine;

/** All files below a folder, one after the other; tag files among them are left alone. */
public final class InPlaceFolder {
    private InPlaceFolder() {}

    public static Summary anonymize(Path folder, Profile profile, ProgressLine progress) throws IOException {
        return run(folder, progress, file -> InPlace.anonymize(file, TagFileNames.toWrite(file), profile));
    }

    public static Summary personalize(Path folder, ProgressLine progress) throws IOException {
        return run(folder, progress, file -> InPlace.personalize(file, TagFileNames.toRead(file)));
    }

    /** The files below a folder that are no tag files. */
    public static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path file : FileList.of(List.of(folder))) {
            if (!InPlace.isTagFile(file)) {
                files.add(file);
            }
        }
        return files;
    }

    private interface Task {
        InPlace.Outcome apply(Path file) throws IOException;
    }

    private static Summary run(Path folder, ProgressLine progress, Task task) throws IOException {
        FileRun run = new FileRun(files(folder), 1, progress);
        return run.run(() -> new FileRun.Worker() {
            @Override
            public void take(Path file) throws IOException {
                run.count(task.apply(file) == InPlace.Outcome.CHANGED ? 1 : 0, 0);
            }

            @Override
            public void finish() {
                // Every file is written as it is taken.
            }

            @Override
            public void close() {
                // Nothing stays open between files.
            }
        });
    }
}
