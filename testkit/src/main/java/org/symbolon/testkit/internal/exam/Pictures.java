package org.symbolon.testkit.internal.exam;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.Tags;
import org.symbolon.testkit.internal.Randomness;
import org.symbolon.testkit.internal.phantom.Brain;
import org.symbolon.testkit.internal.phantom.Echo;
import org.symbolon.testkit.internal.phantom.Raster;
import org.symbolon.testkit.internal.study.PixelModules;
import org.symbolon.testkit.score.ScoreAction;

/** Puts pixels: clean ones that must come out the same, and such with a banner of text that must not. */
final class Pictures {
    static final int SMALL = 64;
    private static final int BANNER_ROWS = 20;

    private Pictures() {}

    /** Grey, 12 bits of 16. */
    static Raster slice(ExamPatient patient, int pixels) {
        Randomness random = Randomness.of(Long.parseLong(patient.seed()), pixels);
        return new Brain(patient.person().number()).slice(0.2, pixels, Brain.Weighting.T2, random);
    }

    static List<Raster> loop(ExamPatient patient, int frames, int columns, int rows, boolean colour) {
        Randomness random = Randomness.of(Long.parseLong(patient.seed()), columns);
        Echo echo = new Echo(patient.person().number());
        List<Raster> loop = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            loop.add(
                    colour
                            ? echo.colour(frame, frames, columns, rows, random)
                            : echo.grey(frame, frames, columns, rows, random));
        }
        return loop;
    }

    /** Pixels in which nothing is written: they must stay bit for bit. */
    static void clean(ExamFile file, List<Raster> frames) {
        put(file, frames);
        file.item().log().check("pixels", ScoreAction.PIXELS_RETAINED, "");
    }

    /**
     * Pixels with two lines of text in the upper left corner of every frame. The lines must go, what is below the banner must stay.
     */
    static void withBanner(ExamFile file, List<Raster> frames) {
        ExamPatient patient = file.patient();
        String latin = (patient.family() + " " + patient.given()).replaceAll("[^A-Za-z ]", "");
        List<String> lines = List.of(latin.isBlank() ? patient.id() : latin, patient.id() + " " + patient.birthDate());
        List<Raster> burnt = new ArrayList<>();
        for (int number = 0; number < frames.size(); number++) {
            Raster frame = frames.get(number);
            for (int line = 0; line < lines.size(); line++) {
                int top = 2 + line * (Lettering.HEIGHT + 2);
                Lettering.Box box = Lettering.box(frame, lines.get(line), 4, top, 1);
                frame = Lettering.burn(frame, lines.get(line), 4, top, 1);
                file.item()
                        .log()
                        .check(box.place(number), ScoreAction.PIXELS_HIDDEN, lines.get(line), Keep.CLEAN_PIXELS);
            }
            burnt.add(frame);
            int below = frame.rows() / 2;
            Lettering.Box anatomy =
                    new Lettering.Box(frame.columns() / 4, below, frame.columns() / 2, frame.rows() / 4);
            if (below <= BANNER_ROWS) {
                throw new IllegalArgumentException("The frame is too small for a banner");
            }
            file.item().log().check(anatomy.place(number), ScoreAction.PIXELS_RETAINED, "");
        }
        put(file, burnt);
    }

    private static void put(ExamFile file, List<Raster> frames) {
        if (frames.size() > 1) {
            file.item().plain(Tags.NumberOfFrames, Integer.toString(frames.size()));
        }
        PixelModules.put(file.item().data(), file.syntax(), frames, PixelModules.Fragmentation.ONE_PER_FRAME);
    }
}
