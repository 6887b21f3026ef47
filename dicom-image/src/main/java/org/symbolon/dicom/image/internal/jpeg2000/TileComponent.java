package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.image.internal.jpeg2000.ComponentCoding.Wavelet;
import org.symbolon.dicom.image.internal.jpeg2000.ImageGrid.ComponentSize;
import org.symbolon.dicom.image.internal.jpeg2000.Subband.Orientation;

/**
 * One component of one tile, divided into resolutions.
 *
 * @param area in samples of the component
 */
record TileComponent(
        Area area, ComponentSize size, ComponentCoding coding, int regionShift, List<Resolution> resolutions) {
    static TileComponent of(Area tile, ComponentSize size, int component, Parameters parameters) {
        Area area = tile.dividedBy(size.separationX(), size.separationY());
        ComponentCoding coding = parameters.coding(component);
        Quantisation quantisation = parameters.quantisation(component);
        int levels = coding.decompositions();
        List<Resolution> resolutions = new ArrayList<>();
        Area lower = new Area(0, 0, 0, 0);
        for (int level = 0; level <= levels; level++) {
            Area own = area.band(levels - level, 0, 0);
            List<Subband> subbands = new ArrayList<>();
            if (level == 0) {
                subbands.add(subband(Orientation.LL, own, lower, level, size, coding, quantisation));
            } else {
                for (Orientation orientation : List.of(Orientation.HL, Orientation.LH, Orientation.HH)) {
                    Area band = area.band(levels - level + 1, orientation.horizontal(), orientation.vertical());
                    subbands.add(subband(orientation, band, lower, level, size, coding, quantisation));
                }
            }
            resolutions.add(new Resolution(level, own, coding, List.copyOf(subbands)));
            lower = own;
        }
        return new TileComponent(area, size, coding, parameters.regionShift(component), List.copyOf(resolutions));
    }

    private static Subband subband(
            Orientation orientation,
            Area area,
            Area lower,
            int level,
            ComponentSize size,
            ComponentCoding coding,
            Quantisation quantisation) {
        int number = level == 0 ? 0 : 3 * (level - 1) + orientation.horizontal() + 2 * orientation.vertical();
        int exponent = quantisation.exponent(number, level);
        double step = coding.wavelet() == Wavelet.REVERSIBLE_5_3
                ? 1
                : Math.scalb(
                        1 + quantisation.mantissa(number) / 2048.0,
                        size.precision() + orientation.gainBits() - exponent);
        return new Subband(
                orientation,
                area,
                orientation.horizontal() * lower.width(),
                orientation.vertical() * lower.height(),
                quantisation.guardBits() + exponent - 1,
                (float) step);
    }
}
