package org.symbolon.deidentification.pixels;

import java.util.List;
import java.util.function.Function;
import org.symbolon.dicom.image.Blanking.CellBits;
import org.symbolon.dicom.image.Rectangle;

/** What is to be done with the pixels of an object, and the name of the rule that says so. Immutable. */
public sealed interface PixelDecision {
    /** Name of the rule that decided; never a value of the object. */
    String rule();

    /** One of the three functions, by kind. */
    <T> T fold(Function<Untouched, T> untouched, Function<Blank, T> blank, Function<Doubtful, T> doubtful);

    /** The pixels stay as they are, bit by bit. */
    record Untouched(String rule) implements PixelDecision {
        @Override
        public <T> T fold(Function<Untouched, T> untouched, Function<Blank, T> blank, Function<Doubtful, T> doubtful) {
            return untouched.apply(this);
        }
    }

    /**
     * Parts of every frame are blanked.
     *
     * @param area which parts
     * @param otherwise what holds instead where the object does not say what the area needs, as ultrasound regions
     */
    record Blank(String rule, Area area, PixelDecision otherwise) implements PixelDecision {
        /** Just these rectangles, which need not lie inside of the image. */
        public Blank(String rule, List<Rectangle> rectangles) {
            this(rule, new Area(rectangles, false, CellBits.KEEP), new Doubtful(rule));
        }

        @Override
        public <T> T fold(Function<Untouched, T> untouched, Function<Blank, T> blank, Function<Doubtful, T> doubtful) {
            return blank.apply(this);
        }
    }

    /** The pixels may show who the patient is, and nothing says where: for a person to look at, never sent. */
    record Doubtful(String rule) implements PixelDecision {
        @Override
        public <T> T fold(Function<Untouched, T> untouched, Function<Blank, T> blank, Function<Doubtful, T> doubtful) {
            return doubtful.apply(this);
        }
    }

    /**
     * What is blanked.
     *
     * @param rectangles of every frame
     * @param outsideUltrasoundRegions everything outside of the Sequence of Ultrasound Regions (0018,6011), too
     * @param bits what becomes of bits beside the samples, where retired overlays lie
     */
    record Area(List<Rectangle> rectangles, boolean outsideUltrasoundRegions, CellBits bits) {
        public Area {
            rectangles = List.copyOf(rectangles);
        }
    }
}
