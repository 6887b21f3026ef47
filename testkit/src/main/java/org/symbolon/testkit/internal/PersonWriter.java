package org.symbolon.testkit.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.symbolon.testkit.PlantedValue;
import org.symbolon.testkit.SampleFile;
import org.symbolon.testkit.SampleListener;
import org.symbolon.testkit.SampleRecord;
import org.symbolon.testkit.internal.dicom.FileEncoder;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.records.VisitRecords;
import org.symbolon.testkit.internal.study.PersonStudies;
import org.symbolon.testkit.internal.study.Planter;
import org.symbolon.testkit.internal.study.SampleObject;
import org.symbolon.testkit.internal.study.StudyContext;

/** Writes the files of one person. Used once, by one thread. */
public final class PersonWriter {
    /** Where encoded files go. */
    public enum Output {
        FILES,
        NONE
    }

    /** What was written, in order. */
    public record Result(List<SampleFile> files, List<SampleRecord> records, List<PlantedValue> planted) {}

    /** A study with the modality of its first series. */
    private record Examined(StudyContext study, String modality) {}

    private final Path root;
    private final Output output;
    private final List<SampleFile> files = new ArrayList<>();
    private final List<SampleRecord> records = new ArrayList<>();
    /** By the study's number. */
    private final Map<Integer, Examined> studies = new LinkedHashMap<>();

    private final List<PlantedValue> planted = new ArrayList<>();

    public PersonWriter(Path root, Output output) {
        this.root = root;
        this.output = output;
    }

    public Result write(long seed, Person person) throws IOException {
        Planter planter = new Planter(new SampleListener() {
            @Override
            public void planted(PlantedValue value) {
                planted.add(value);
            }
        });
        PersonStudies.write(seed, person, planter, this::write);
        VisitRecords visits = new VisitRecords(seed, planter, this::write);
        for (Examined examined : studies.values()) {
            visits.write(examined.study(), examined.modality());
        }
        return new Result(List.copyOf(files), List.copyOf(records), List.copyOf(planted));
    }

    private void write(StudyContext study, String name, String format, String visitNumber, byte[] content)
            throws IOException {
        Path path = folder(study).resolve(name);
        write(path, content);
        records.add(new SampleRecord(
                path,
                content.length,
                format,
                visitNumber,
                study.accessionNumber(),
                study.registration().patientId(),
                study.person().number()));
    }

    private void write(Path path, byte[] content) throws IOException {
        if (output == Output.FILES) {
            Files.createDirectories(Objects.requireNonNull(path.getParent(), "parent"));
            Files.write(path, content);
        }
    }

    private void write(SampleObject object) throws IOException {
        byte[] content = FileEncoder.encode(
                object.data(),
                object.packaging(),
                object.sopClassUid(),
                object.sopInstanceUid(),
                object.study().registration().clinic().stationPrefix());
        Path path = path(object);
        write(path, content);
        StudyContext study = object.study();
        studies.putIfAbsent(study.number(), new Examined(study, object.modality()));
        files.add(new SampleFile(
                path,
                content.length,
                object.modality(),
                object.packaging().syntax().uid(),
                object.sopClassUid(),
                object.sopInstanceUid(),
                object.seriesInstanceUid(),
                study.studyInstanceUid(),
                study.accessionNumber(),
                study.registration().patientId(),
                study.person().number()));
    }

    private Path path(SampleObject object) {
        StudyContext study = object.study();
        String name = String.format(
                Locale.ROOT,
                object.modality().equals("MR") ? "%s_%02d_%04d" : "%s_%02d_%04d.dcm",
                object.modality(),
                object.seriesNumber(),
                object.instanceNumber());
        return folder(study).resolve(name);
    }

    private Path folder(StudyContext study) {
        return root.resolve(study.registration().clinic().folder())
                .resolve(study.registration().patientId().replace('/', '_'))
                .resolve(String.format(Locale.ROOT, "study%02d", study.number() + 1));
    }
}
