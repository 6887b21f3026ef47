package org.symbolon.portal.images;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.InstanceRecord;

/** The series of a case in the order in which the viewer offers them. */
public record ViewerImages(List<Series> series) {
    private static final Set<String> NATIVE =
            Set.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid());
    private static final BigInteger LAST = BigInteger.TEN.pow(20);

    public ViewerImages {
        series = List.copyOf(series);
    }

    /**
     * One stack.
     *
     * @param path of the series in DICOMweb, without the base
     */
    public record Series(String path, String modality, String number, List<Instance> instances) {
        public Series {
            instances = List.copyOf(instances);
        }

        public int frames() {
            return instances.stream().mapToInt(Instance::frames).sum();
        }

        /** The instance in the middle, for the thumbnail. */
        public Instance middle() {
            return instances.get(instances.size() / 2);
        }
    }

    /**
     * @param raw whether its frames are plain pixels that a browser can read itself
     */
    public record Instance(String sop, int frames, boolean raw) {}

    /** Instances without pixels and those in conflict are left out. */
    public static ViewerImages of(List<InstanceRecord> instances) {
        Map<String, List<InstanceRecord>> series = new LinkedHashMap<>();
        instances.stream()
                .filter(each -> !each.conflict() && each.rows() > 0 && each.columns() > 0)
                .sorted(Comparator.comparing(InstanceRecord::studyInstanceUid)
                        .thenComparing(each -> number(each.seriesNumber()))
                        .thenComparing(InstanceRecord::seriesInstanceUid)
                        .thenComparing(each -> number(each.instanceNumber()))
                        .thenComparing(InstanceRecord::sopInstanceUid))
                .forEach(each -> series.computeIfAbsent(each.seriesInstanceUid(), uid -> new ArrayList<>())
                        .add(each));
        return new ViewerImages(
                series.values().stream().map(ViewerImages::stack).toList());
    }

    private static Series stack(List<InstanceRecord> records) {
        InstanceRecord first = records.get(0);
        List<Instance> instances = records.stream()
                .map(each -> new Instance(
                        each.sopInstanceUid(),
                        Math.max(1, each.numberOfFrames()),
                        NATIVE.contains(each.transferSyntaxUid())))
                .toList();
        String path = "/studies/" + first.studyInstanceUid() + "/series/" + first.seriesInstanceUid();
        return new Series(path, first.modality(), first.seriesNumber(), instances);
    }

    /** Numbers as numbers; what is none comes last. */
    private static BigInteger number(String text) {
        return text.matches("[+-]?\\d{1,18}") ? new BigInteger(text) : LAST;
    }
}
