package org.symbolon.testkit.internal.phantom;

import java.util.Arrays;
import org.symbolon.testkit.internal.Randomness;

/** A picture of floats with soft-edged shapes. Coordinates are pixels, y downwards. Not thread-safe. */
final class Canvas {
    final int width;
    final int height;
    final float[] values;

    Canvas(int width, int height, float value) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
        Arrays.fill(values, value);
    }

    /** Paints an ellipse over what is there; {@code soft} pixels wide is the edge. */
    void ellipse(double cx, double cy, double rx, double ry, double angle, double value, double soft) {
        if (rx < 0.3 || ry < 0.3) {
            return;
        }
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double reachX = Math.sqrt(rx * rx * cos * cos + ry * ry * sin * sin) + soft;
        double reachY = Math.sqrt(rx * rx * sin * sin + ry * ry * cos * cos) + soft;
        int left = Math.max(0, (int) Math.floor(cx - reachX));
        int right = Math.min(width - 1, (int) Math.ceil(cx + reachX));
        int top = Math.max(0, (int) Math.floor(cy - reachY));
        int bottom = Math.min(height - 1, (int) Math.ceil(cy + reachY));
        double smaller = Math.min(rx, ry);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double u = ((x - cx) * cos + (y - cy) * sin) / rx;
                double v = ((y - cy) * cos - (x - cx) * sin) / ry;
                double inside = (1 - Math.sqrt(u * u + v * v)) * smaller;
                blend(y * width + x, value, inside / soft + 0.5);
            }
        }
    }

    void disc(double cx, double cy, double radius, double value, double soft) {
        ellipse(cx, cy, radius, radius, 0, value, soft);
    }

    void rectangle(int left, int top, int right, int bottom, double value) {
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
                values[y * width + x] = (float) value;
            }
        }
    }

    /** Mixes a value in; coverage below 0 leaves the pixel, above 1 replaces it. */
    void blend(int at, double value, double coverage) {
        if (coverage > 0) {
            double share = smooth(Math.min(1, coverage));
            values[at] += (float) ((value - values[at]) * share);
        }
    }

    /** Adds white noise that was smeared over the neighbours, as reconstruction does. */
    void addGrain(Randomness random, double deviation) {
        float[] white = new float[values.length];
        for (int i = 0; i < white.length; i++) {
            white[i] = random.gaussian();
        }
        float scale = (float) (deviation / 0.61);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                float left = white[x > 0 ? at - 1 : at];
                float right = white[x < width - 1 ? at + 1 : at];
                float up = white[y > 0 ? at - width : at];
                float down = white[y < height - 1 ? at + width : at];
                values[at] += scale * (0.5f * white[at] + 0.17f * (left + right + up + down));
            }
        }
    }

    /** Box blur of the given radius, twice, which comes near to a Gaussian one. */
    void blur(int radius) {
        for (int pass = 0; pass < 2; pass++) {
            for (int y = 0; y < height; y++) {
                blurLine(y * width, 1, width, radius);
            }
            for (int x = 0; x < width; x++) {
                blurLine(x, width, height, radius);
            }
        }
    }

    private void blurLine(int start, int step, int length, int radius) {
        float[] line = new float[length];
        for (int i = 0; i < length; i++) {
            line[i] = values[start + i * step];
        }
        double sum = line[0] * radius;
        for (int i = 0; i <= radius; i++) {
            sum += line[Math.min(i, length - 1)];
        }
        for (int i = 0; i < length; i++) {
            values[start + i * step] = (float) (sum / (2 * radius + 1));
            sum += line[Math.min(i + radius + 1, length - 1)] - line[Math.max(i - radius, 0)];
        }
    }

    /** Close to exp(-square), at a fraction of its price and the same everywhere; 0 from {@code square} 6 on. */
    static double bell(double square) {
        double t = 1 - square / 6;
        return t <= 0 ? 0 : t * t * t * t * t * t;
    }

    static double smooth(double share) {
        return share * share * (3 - 2 * share);
    }
}
