package org.symbolon.testkit.internal.phantom;

import org.symbolon.testkit.internal.Randomness;

/** A beating heart in a fan of ultrasound. Immutable. */
public final class Echo {
    private static final double HALF_FAN = 0.72;

    private final Texture speckle;
    private final Texture tissue;
    private final double rate;

    public Echo(long seed) {
        Randomness random = new Randomness(seed);
        speckle = new Texture(random.nextLong());
        tissue = new Texture(random.nextLong());
        rate = random.between(0.9, 1.2);
    }

    /** Frame of a loop of so many frames, 8 bit MONOCHROME2. */
    public Raster grey(int frame, int frames, int columns, int rows, Randomness random) {
        return Raster.grey8(picture(frame, frames, columns, rows, random));
    }

    /** The same with colour flow over the valve, RGB. */
    public Raster colour(int frame, int frames, int columns, int rows, Randomness random) {
        Canvas red = picture(frame, frames, columns, rows, random);
        Canvas green = copy(red);
        Canvas blue = copy(red);
        double beat = beat(frame, frames);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = (column - columns / 2.0) / rows;
                double y = (double) row / rows;
                double jet = 1 - ((x - 0.09) * (x - 0.09) / 0.004 + (y - 0.53) * (y - 0.53) / 0.02);
                int at = row * columns + column;
                if (jet > 0 && red.values[at] < 90) {
                    double flow = beat + 0.5 * tissue.at(x * 30, y * 30, frame * 0.4);
                    double strength = Math.min(1, jet * 2) * Math.min(1, Math.abs(flow));
                    red.values[at] += (float) (flow > 0 ? 205 * strength : 0);
                    green.values[at] += (float) (Math.abs(flow) > 0.8 ? 130 * strength : 0);
                    blue.values[at] += (float) (flow <= 0 ? 215 * strength : 0);
                }
            }
        }
        for (int y = 0; y < rows / 2; y++) {
            double share = 1 - 4.0 * y / rows;
            int top = y + rows / 4;
            red.rectangle(columns - 14, top, columns - 6, top + 1, share > 0 ? 255 * share : 0);
            blue.rectangle(columns - 14, top, columns - 6, top + 1, share < 0 ? -255 * share : 0);
            green.rectangle(columns - 14, top, columns - 6, top + 1, Math.max(0, Math.abs(share) * 255 - 120));
        }
        return Raster.colour(red, green, blue);
    }

    private double beat(int frame, int frames) {
        return StrictMath.sin(2 * StrictMath.PI * rate * frame / frames);
    }

    private Canvas picture(int frame, int frames, int columns, int rows, Randomness random) {
        Canvas canvas = new Canvas(columns, rows, 0);
        double beat = beat(frame, frames);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = (column - columns / 2.0) / rows;
                double y = (double) row / rows - 0.03;
                double range = Math.sqrt(x * x + y * y);
                double angle = StrictMath.atan2(x, y);
                if (Math.abs(angle) < HALF_FAN && range > 0.02 && range < 0.93) {
                    canvas.values[row * columns + column] = (float) echo(x, y, range, angle, beat, frame, random);
                }
            }
        }
        for (int y = 0; y < rows; y++) {
            int tick = y % (rows / 10);
            if (tick == 0) {
                canvas.rectangle(2, y, y % (rows / 2) == 0 ? 12 : 7, y + 1, 200);
            }
            canvas.rectangle(columns - 28, y, columns - 20, y + 1, y < rows / 2 ? 255 - 510.0 * y / rows : 0);
        }
        return canvas;
    }

    private double echo(double x, double y, double range, double angle, double beat, int frame, Randomness random) {
        double squeeze = 1 - 0.13 * beat;
        double left = chamber(x - 0.10, y - 0.36, 0.095 * squeeze, 0.17 * squeeze);
        double right = chamber(x + 0.13, y - 0.36, 0.075 * squeeze, 0.15 * squeeze);
        double leftAtrium = chamber(x - 0.09, y - 0.68, 0.10 / squeeze, 0.10 / squeeze);
        double rightAtrium = chamber(x + 0.14, y - 0.67, 0.095 / squeeze, 0.095 / squeeze);
        double open = Math.min(Math.min(left, right), Math.min(leftAtrium, rightAtrium));
        double heart = chamber(x, y - 0.49, 0.33, 0.41);
        double brightness;
        if (open < 0) {
            brightness = 8;
        } else if (heart < 0) {
            brightness = 74 + 55 * Canvas.bell(open * open * 900) + 26 * tissue.cloud(x * 14, y * 14, beat, 3);
        } else {
            brightness =
                    42 + 60 * Math.max(0, tissue.cloud(x * 7, y * 16, 4, 4)) + 80 * Canvas.bell(heart * heart * 2500);
        }
        double leaflet = Math.abs(y - 0.55 - 0.05 * Math.max(0, beat) * (1 - Math.abs(x - 0.09) * 8));
        if (Math.abs(x - 0.09) < 0.09 && leaflet < 0.008) {
            brightness = 170;
        }
        double grain = 0.62 + 0.75 * speckle.at(angle * 95, range * 170, frame * 0.35) + 0.22 * random.gaussian();
        double fade = (1 - 0.45 * range) * Math.min(1, (HALF_FAN - Math.abs(angle)) * 25);
        return Math.max(0, brightness * Math.max(0.05, grain) * fade * 1.5);
    }

    /** Below zero inside, about the distance outside. */
    private static double chamber(double x, double y, double rx, double ry) {
        return (Math.sqrt(x * x / (rx * rx) + y * y / (ry * ry)) - 1) * Math.min(rx, ry);
    }

    private static Canvas copy(Canvas canvas) {
        Canvas copy = new Canvas(canvas.width, canvas.height, 0);
        System.arraycopy(canvas.values, 0, copy.values, 0, copy.values.length);
        return copy;
    }
}
