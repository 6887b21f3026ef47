package org.symbolon.testkit.internal.phantom;

import org.symbolon.testkit.internal.Randomness;

/** A coloured map over a brain slice, as a workstation saves it as a secondary capture. */
public final class PerfusionMap {
    private PerfusionMap() {}

    /** RGB. */
    public static Raster draw(Brain brain, double height, int pixels, long seed) {
        Randomness random = new Randomness(seed);
        Raster anatomy = brain.slice(height, pixels, Brain.Weighting.T2, random);
        Texture flow = new Texture(random.nextLong());
        Canvas red = new Canvas(pixels, pixels, 0);
        Canvas green = new Canvas(pixels, pixels, 0);
        Canvas blue = new Canvas(pixels, pixels, 0);
        for (int at = 0; at < pixels * pixels; at++) {
            int sample = anatomy.sample16(at);
            double x = (double) (at % pixels) / pixels;
            int row = at / pixels;
            double y = (double) row / pixels;
            double light = Math.min(1, sample / 1500.0);
            double heat = sample < 350 ? 0 : Math.max(0, Math.min(1, 0.5 + flow.cloud(x * 6, y * 6, 1, 3)));
            paint(red, green, blue, at, heat, light);
        }
        for (int y = pixels / 4; y < 3 * pixels / 4; y++) {
            for (int x = pixels - 12; x < pixels - 4; x++) {
                paint(red, green, blue, y * pixels + x, 1.5 - 2.0 * y / pixels, 1);
            }
        }
        return Raster.colour(red, green, blue);
    }

    private static void paint(Canvas red, Canvas green, Canvas blue, int at, double heat, double light) {
        red.values[at] = (float) (255 * light * ramp(heat, 0.75));
        green.values[at] = (float) (255 * light * ramp(heat, 0.5));
        blue.values[at] = (float) (255 * light * ramp(heat, 0.25));
    }

    private static double ramp(double heat, double centre) {
        return heat == 0 ? 0.35 : Math.max(0, Math.min(1, 1.5 - 4 * Math.abs(heat - centre)));
    }
}
