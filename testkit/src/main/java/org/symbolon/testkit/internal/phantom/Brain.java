package org.symbolon.testkit.internal.phantom;

import org.symbolon.testkit.internal.Randomness;

/** Axial slices of a head as magnetic resonance shows them. Immutable. */
public final class Brain {
    /** How bright each tissue is. */
    public enum Weighting {
        T1(620, 430, 120, 900, 300),
        T2(300, 520, 1050, 640, 820),
        FLAIR(340, 500, 90, 560, 980);

        private final double white;
        private final double grey;
        private final double fluid;
        private final double fat;
        private final double lesion;

        Weighting(double white, double grey, double fluid, double fat, double lesion) {
            this.white = white;
            this.grey = grey;
            this.fluid = fluid;
            this.fat = fat;
            this.lesion = lesion;
        }
    }

    private final Texture folds;
    private final Texture bias;
    private final double lesionX;
    private final double lesionY;
    private final double lesionHeight;

    public Brain(long seed) {
        Randomness random = new Randomness(seed);
        folds = new Texture(random.nextLong());
        bias = new Texture(random.nextLong());
        lesionX = random.between(0.2, 0.42) * (random.chance(0.5) ? 1 : -1);
        lesionY = random.between(-0.35, 0.3);
        lesionHeight = random.between(0.0, 0.35);
    }

    /** The slice at a height of -0.75 (base) to 0.9 (crown), 12 bit, MONOCHROME2. */
    public Raster slice(double height, int pixels, Weighting weighting, Randomness random) {
        Canvas canvas = new Canvas(pixels, pixels, 0);
        double round = Math.sqrt(Math.max(0.05, 1 - height * height));
        double halfWidth = 0.37 * (0.25 + 0.75 * round);
        double halfLength = 0.45 * (0.25 + 0.75 * round);
        for (int row = 0; row < pixels; row++) {
            for (int column = 0; column < pixels; column++) {
                double x = ((column + 0.5) / pixels - 0.5) / halfWidth;
                double y = ((row + 0.5) / pixels - 0.5) / halfLength;
                double egg = x * (1 + 0.10 * y);
                double radius = Math.sqrt(egg * egg + y * y);
                double signal = radius > 1.02 ? 0 : tissue(x, y, radius, height, weighting);
                canvas.values[row * pixels + column] = (float) signal;
            }
        }
        canvas.blur(1);
        receive(canvas, random);
        return Raster.grey16(canvas, 2.2, 0);
    }

    private double tissue(double x, double y, double radius, double height, Weighting w) {
        if (radius > 0.925) {
            return radius > 1 ? 0.3 * w.fat : w.fat * (0.9 + 0.2 * folds.at(x * 9, y * 9, height * 5));
        }
        double rim = 0.86 + 0.012 * folds.at(x * 6, y * 6, 3.5);
        if (radius > rim) {
            return radius > rim + 0.012 ? 40 : w.fluid;
        }
        if (height > -0.5 && Math.abs(x) < 0.012 + 0.01 * Math.abs(folds.at(0.5, y * 8, height * 4))) {
            return (y < -0.28 || y > 0.34 || height > 0.45) ? w.fluid : w.white;
        }
        double deep = deepStructures(x, y, height, w);
        return deep >= 0 ? deep : mantle(x, y, radius, height, w);
    }

    /** Cortex and white matter: folds are where a random field changes sign, deepest at the surface. */
    private double mantle(double x, double y, double radius, double height, Weighting w) {
        double side = x < 0 ? 40 : 0;
        double wobbleX = x + 0.07 * folds.at(x * 5 + side, y * 5, height * 3 + 9);
        double wobbleY = y + 0.07 * folds.at(x * 5 + side, y * 5, height * 3 + 21);
        double fold = Math.abs(folds.at(wobbleX * 6.2 + side, wobbleY * 6.2, height * 4.5));
        double depth = 0.86 - radius;
        double fromMidline = Math.abs(x) * (height > 0.1 || y < -0.3 || y > 0.4 ? 1 : 9);
        double surface = Math.min(depth, fromMidline);
        double sulcus = 0.10 - 0.27 * surface;
        if (fold < sulcus) {
            return w.fluid * 0.75 + w.grey * 0.25;
        }
        double ribbon = Math.min(surface, (fold - Math.max(0, sulcus)) * 0.35 + Math.max(0, surface - 0.24));
        double share = Canvas.smooth(Math.max(0, Math.min(1, (ribbon - 0.055) / 0.03)));
        double value = w.grey + (w.white - w.grey) * share;
        double dx = x - lesionX;
        double dy = y - lesionY;
        double dz = (height - lesionHeight) * 1.6;
        double lesion = Math.sqrt(dx * dx + dy * dy + dz * dz) + 0.02 * folds.at(x * 15, y * 15, height * 9);
        double inLesion = Canvas.smooth(Math.max(0, Math.min(1, (0.12 - lesion) / 0.03)));
        return value + (w.lesion - value) * inLesion;
    }

    /** Ventricles, thalamus and basal ganglia, or -1 outside them. */
    private double deepStructures(double x, double y, double height, Weighting w) {
        double ax = Math.abs(x);
        if (height < -0.45) {
            boolean cerebellum = ellipse(ax - 0.26, y - 0.42, 0.36, 0.3) < 1;
            boolean stem = ellipse(x, y - 0.05, 0.17, 0.17) < 1;
            if (ellipse(x, y - 0.27, 0.09, 0.06) < 1) {
                return w.fluid;
            }
            if (stem) {
                return 0.8 * w.white + 0.2 * w.grey;
            }
            if (cerebellum) {
                double leaf = StrictMath.sin(
                        46 * Math.sqrt(ellipse(ax - 0.16, y - 0.36, 0.5, 0.5)) + 3 * folds.at(x * 5, y * 5, 2));
                return leaf > -0.1 ? w.grey : 0.5 * (w.grey + w.white);
            }
            return -1;
        }
        double open = 1 - Math.abs(height - 0.12) / 0.32;
        if (open > 0) {
            double swell = Math.sqrt(open);
            double front = ellipse(
                    rotateX(ax - 0.10, y + 0.26, 0.35), rotateY(ax - 0.10, y + 0.26, 0.35), 0.055 * swell, 0.19);
            double back = ellipse(
                    rotateX(ax - 0.17, y - 0.30, -0.45), rotateY(ax - 0.17, y - 0.30, -0.45), 0.06 * swell, 0.2);
            double body = ellipse(ax - 0.075, y, 0.045 * swell, 0.24);
            if (Math.min(front, Math.min(back, height > 0.1 ? body : 9)) < 1) {
                return w.fluid;
            }
            if (height < 0.22) {
                if (ellipse(x, y - 0.02, 0.025, 0.12) < 1) {
                    return w.fluid;
                }
                if (ellipse(ax - 0.13, y - 0.06, 0.11, 0.14) < 1) {
                    return 0.75 * w.grey + 0.25 * w.white;
                }
                if (ellipse(rotateX(ax - 0.33, y + 0.04, -0.25), rotateY(ax - 0.33, y + 0.04, -0.25), 0.075, 0.21) < 1
                        || ellipse(ax - 0.2, y + 0.28, 0.06, 0.1) < 1) {
                    return w.grey;
                }
            }
        }
        return -1;
    }

    /** Coil sensitivity, then the noise of a magnitude image. */
    private void receive(Canvas canvas, Randomness random) {
        for (int row = 0; row < canvas.height; row++) {
            for (int column = 0; column < canvas.width; column++) {
                int at = row * canvas.width + column;
                double shading = 1 + 0.16 * bias.at(2.2 * column / canvas.width, 2.2 * row / canvas.height, 0.5);
                double real = canvas.values[at] * shading + 14 * random.gaussian();
                double imaginary = 14 * random.gaussian();
                canvas.values[at] = (float) Math.sqrt(real * real + imaginary * imaginary);
            }
        }
    }

    private static double ellipse(double x, double y, double rx, double ry) {
        return x * x / (rx * rx) + y * y / (ry * ry);
    }

    private static double rotateX(double x, double y, double angle) {
        return x * StrictMath.cos(angle) + y * StrictMath.sin(angle);
    }

    private static double rotateY(double x, double y, double angle) {
        return y * StrictMath.cos(angle) - x * StrictMath.sin(angle);
    }
}
