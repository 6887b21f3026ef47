package org.symbolon.testkit.internal.study;

import static org.symbolon.dicom.TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
import static org.symbolon.dicom.TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
import static org.symbolon.dicom.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
import static org.symbolon.dicom.TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
import static org.symbolon.dicom.TransferSyntax.JPEG_BASELINE;
import static org.symbolon.dicom.TransferSyntax.RLE_LOSSLESS;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.internal.dicom.Packaging.GroupLengths;
import org.symbolon.testkit.internal.dicom.Packaging.Lengths;
import org.symbolon.testkit.internal.dicom.Packaging.Preamble;
import org.symbolon.testkit.internal.phantom.Brain.Weighting;
import org.symbolon.testkit.internal.study.PixelModules.Fragmentation;
import org.symbolon.testkit.internal.study.UltrasoundSeries.Colours;

/** Who is examined how: a round of people meets every kind of series and every transfer syntax. */
final class Programme {
    /**
     * A study of a person.
     *
     * @param registration index of the record it is filed under
     * @param description Study Description; {@code %s} stands for the person's name
     */
    record Planned(int registration, String description, Examination examination) {}

    private static final Packaging PLAIN = Packaging.plain(EXPLICIT_VR_LITTLE_ENDIAN);
    private static final Packaging OPEN = PLAIN.with(Lengths.UNDEFINED);
    private static final Packaging MIXED = PLAIN.with(Lengths.MIXED).with(Preamble.TIFF);
    private static final Packaging OLD =
            Packaging.plain(IMPLICIT_VR_LITTLE_ENDIAN).with(GroupLengths.PRESENT);
    private static final Packaging VENDOR = PLAIN.with(Preamble.VENDOR);

    private static final List<List<Planned>> ROUND = List.of(
            List.of(
                    new Planned(0, "CT thorax %s", chestCt(72, OPEN, ReportSeries.Form.ENHANCED, MIXED)),
                    new Planned(0, "Chest PA", radiograph(PLAIN)),
                    new Planned(0, "CT thorax follow-up", chestCt(34, VENDOR, null, PLAIN))),
            List.of(
                    new Planned(0, "TK klatki piersiowej", chestCt(50, OLD, ReportSeries.Form.BASIC_TEXT, OLD)),
                    new Planned(0, "Echo %s", loops(List.of(JPEG_BASELINE), Colours.FLOW))),
            List.of(
                    new Planned(0, "CT thorax", chestCt(46, in(RLE_LOSSLESS), null, PLAIN)),
                    new Planned(1, "CT thorax (moved here) %s", chestCt(44, MIXED, ReportSeries.Form.ENHANCED, OPEN))),
            List.of(
                    new Planned(0, "MRT Kopf", head(28, in(EXPLICIT_VR_BIG_ENDIAN))),
                    new Planned(
                            0, "Chest PA", radiograph(in(EXPLICIT_VR_BIG_ENDIAN).with(Lengths.UNDEFINED)))),
            List.of(
                    new Planned(
                            0,
                            "CT thorax %s",
                            chestCt(52, PLAIN, ReportSeries.Form.ENHANCED, in(DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN))),
                    new Planned(0, "Echo", loops(List.of(EXPLICIT_VR_LITTLE_ENDIAN, JPEG_BASELINE), Colours.GREY)),
                    new Planned(0, "Chest PA", radiograph(in(JPEG_BASELINE)))),
            List.of(
                    new Planned(0, "Mammography %s", screening(OPEN)),
                    new Planned(
                            0, "Echo colour", loops(List.of(RLE_LOSSLESS, IMPLICIT_VR_LITTLE_ENDIAN), Colours.FLOW))),
            List.of(
                    new Planned(0, "MR head, perfusion", headWithMaps(26, OPEN)),
                    new Planned(0, "Chest PA %s", radiograph(in(DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)))),
            List.of(
                    new Planned(0, "Mammography", screening(in(RLE_LOSSLESS).with(Preamble.TIFF))),
                    new Planned(0, "Echo", loops(List.of(JPEG_BASELINE), Colours.GREY))),
            List.of(
                    new Planned(0, "CT thorax", chestCt(20, in(DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN), null, PLAIN)),
                    new Planned(0, "Echo %s", loops(List.of(EXPLICIT_VR_BIG_ENDIAN), Colours.FLOW))),
            List.of(
                    new Planned(
                            0,
                            "CT thorax",
                            chestCt(58, in(EXPLICIT_VR_BIG_ENDIAN).with(Lengths.MIXED), null, PLAIN)),
                    new Planned(0, "Chest PA", radiograph(OLD))),
            List.of(
                    new Planned(0, "MR BRAIN %s", enhancedHead(24, 20, OLD.with(Lengths.UNDEFINED))),
                    new Planned(0, "CHEST PA", radiograph(VENDOR.with(Lengths.MIXED)))),
            List.of(
                    new Planned(0, "CT Thorax", largeChestCt(14, PLAIN.with(GroupLengths.PRESENT))),
                    new Planned(0, "MRT Kopf %s", head(12, MIXED))));

    private Programme() {}

    static List<Planned> of(int personNumber) {
        return ROUND.get(personNumber % ROUND.size());
    }

    private static Packaging in(TransferSyntax syntax) {
        return Packaging.plain(syntax);
    }

    private static Examination chestCt(
            int slices, Packaging packaging, ReportSeries.@Nullable Form report, Packaging reportPackaging) {
        return (study, sink) -> {
            CtSeries.write(study, slices, 256, packaging, sink);
            if (report != null) {
                ReportSeries.write(study, 9, report, reportPackaging, sink);
            }
        };
    }

    private static Examination largeChestCt(int slices, Packaging packaging) {
        return (study, sink) -> {
            CtSeries.write(study, slices, 512, packaging, sink);
            ReportSeries.write(study, 9, ReportSeries.Form.BASIC_TEXT, packaging, sink);
        };
    }

    private static Examination radiograph(Packaging packaging) {
        return (study, sink) -> {
            RadiographSeries.write(study, packaging, sink);
            ReportSeries.write(study, 9, ReportSeries.Form.BASIC_TEXT, OPEN, sink);
        };
    }

    private static Examination screening(Packaging packaging) {
        return (study, sink) -> {
            MammographySeries.write(study, packaging, sink);
            ReportSeries.write(study, 9, ReportSeries.Form.ENHANCED, PLAIN, sink);
        };
    }

    private static Examination loops(List<TransferSyntax> syntaxes, Colours colours) {
        return (study, sink) -> {
            int number = 0;
            for (TransferSyntax syntax : syntaxes) {
                number++;
                boolean jpeg = syntax.equals(JPEG_BASELINE);
                Fragmentation fragmentation = Fragmentation.ONE_PER_FRAME;
                if (jpeg) {
                    fragmentation =
                            colours == Colours.FLOW ? Fragmentation.SEVERAL_PER_FRAME : Fragmentation.NO_OFFSET_TABLE;
                }
                UltrasoundSeries.write(study, number, jpeg ? 24 : 10, colours, in(syntax), fragmentation, sink);
            }
        };
    }

    private static Examination head(int slices, Packaging packaging) {
        return (study, sink) -> {
            int number = 0;
            for (Weighting weighting : Weighting.values()) {
                MrSeries.write(study, ++number, weighting, slices, packaging, sink);
            }
        };
    }

    private static Examination headWithMaps(int slices, Packaging packaging) {
        return (study, sink) -> {
            MrSeries.write(study, 1, Weighting.T1, slices, packaging, sink);
            MrSeries.write(study, 2, Weighting.T2, slices, packaging, sink);
            CaptureSeries.write(study, 3, 2, packaging, sink);
        };
    }

    private static Examination enhancedHead(int slices, int frames, Packaging packaging) {
        return (study, sink) -> {
            MrSeries.write(study, 1, Weighting.T1, slices, packaging, sink);
            MrSeries.writeEnhanced(study, 2, frames, PLAIN.with(Lengths.MIXED), sink);
        };
    }
}
