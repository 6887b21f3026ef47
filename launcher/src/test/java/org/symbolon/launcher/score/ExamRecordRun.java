package org.symbolon.launcher.score;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.deidentification.text.DeidentifiedRecord;
import org.symbolon.deidentification.text.RecordDeidentifier;
import org.symbolon.deidentification.text.RecordDeidentifierOptions;
import org.symbolon.model.SymbolonException;
import org.symbolon.testkit.score.AnswerKey;
import org.symbolon.testkit.score.ExamObject;

/** De-identifies the textual records of the exam as the agent does. */
final class ExamRecordRun {
    private static final String SOURCE = "local";

    private ExamRecordRun() {}

    /** By the name of the original; a record that is refused is absent, and fails its checks. */
    static Map<String, byte[]> deidentify(AnswerKey key, Path objects, Crosswalk crosswalk) throws IOException {
        RecordDeidentifier deidentifier = new RecordDeidentifier(crosswalk, RecordDeidentifierOptions.of(SOURCE));
        Map<String, byte[]> records = new HashMap<>();
        for (ExamObject object : key.objects()) {
            if (object.isRecord()) {
                try {
                    DeidentifiedRecord record = deidentifier.deidentify(objects.resolve(object.name()));
                    records.put(object.name(), record.content());
                } catch (SymbolonException refused) {
                    System.out.println("refused " + refused.code() + " " + object.name() + ": " + refused.getMessage());
                }
            }
        }
        return records;
    }
}
