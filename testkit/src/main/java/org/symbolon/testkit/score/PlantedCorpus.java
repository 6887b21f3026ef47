package org.symbolon.testkit.score;

import java.io.IOException;
import java.nio.file.Path;
import org.symbolon.testkit.internal.exam.Exam;

/**
 * The planted corpus: DICOM objects of many modalities, transfer syntaxes and character sets and textual records of twelve invented patients, with
 * identity in every kind of place and as much that must stay, made together with its answer key. A function of the seed alone. Stateless.
 */
public final class PlantedCorpus {
    /** The seed that the published score is of. */
    public static final long SEED = 20_261_121;

    /** Name of the answer key beside the objects' folder. */
    public static final String KEY = "answer-key.tsv";

    private PlantedCorpus() {}

    /**
     * Writes the objects below {@code folder/objects/images} and {@code folder/objects/records}, and the key as {@code folder/answer-key.tsv}.
     *
     * @param folder is made if it is missing; files of the same names are replaced
     */
    public static AnswerKey write(Path folder, long seed) throws IOException {
        AnswerKey key = Exam.write(objects(folder), seed);
        key.write(folder.resolve(KEY));
        return key;
    }

    /** Where {@link #write} puts the objects. */
    public static Path objects(Path folder) {
        return folder.resolve("objects");
    }
}
