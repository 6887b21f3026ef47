package org.symbolon.dicomtools.network;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import picocli.CommandLine.Option;

/** Options that name what is looked for. */
final class QueryOptions {
    @Option(
            names = "--model",
            paramLabel = "study|patient|worklist",
            defaultValue = "study",
            description =
                    "Information model: study root, patient root or modality worklist (default: ${DEFAULT-VALUE}).")
    private InformationModel model = InformationModel.STUDY;

    @Option(
            names = "--level",
            paramLabel = "PATIENT|STUDY|SERIES|IMAGE",
            defaultValue = "STUDY",
            description = "Query/Retrieve Level (default: ${DEFAULT-VALUE}).")
    private InformationModel.Level level = InformationModel.Level.STUDY;

    @Option(
            names = "--key",
            paramLabel = "KEY[=VALUE]",
            description = {
                "A key by keyword or tag, with a value to match or, without one, to be told:",
                "PatientName=DOE*, 0020000D, StudyDate=20240101-20241231,",
                "ScheduledProcedureStepSequence.Modality=MR. May be given again. Several values are parted by a backslash."
            })
    private List<String> keys = List.of();

    InformationModel model() {
        return model;
    }

    InformationModel.Level level() {
        return level;
    }

    List<QueryKey> keys() {
        return keys.stream().map(QueryKey::parse).toList();
    }

    /** Keys and, where the model has it, the level. */
    DataSet identifier(List<QueryKey> wanted) {
        DataSet identifier = new DataSet();
        if (wanted.stream().anyMatch(QueryKey::needsUnicode)) {
            identifier.putString(Tags.SpecificCharacterSet, "ISO_IR 192");
        }
        if (model.hasLevels()) {
            identifier.putString(Tags.QueryRetrieveLevel, level.name());
        }
        wanted.forEach(key -> key.putInto(identifier));
        return identifier;
    }

    /** The keys, and if none of them asks for a value, the usual ones of the level. */
    List<QueryKey> keysToShow() {
        List<QueryKey> all = new ArrayList<>(keys());
        boolean asks = all.stream().anyMatch(key -> key.value().isEmpty());
        if (!asks && model.hasLevels()) {
            level.usualKeys().stream()
                    .filter(tag -> all.stream().noneMatch(key -> key.tag() == tag))
                    .map(tag -> new QueryKey(List.of(tag), ""))
                    .forEach(all::add);
        }
        return all;
    }

    /** What retrieves must have. */
    void requireKeys() {
        if (keys().stream().allMatch(key -> key.value().isEmpty())) {
            throw PeerAddress.usage("Say what to retrieve: --key with a value, such as StudyInstanceUID=1.2.3");
        }
    }
}
