package org.symbolon.testkit.internal.phantom;

import org.symbolon.testkit.internal.Randomness;

/** A compressed breast in mammography. Immutable. */
public final class Breast {
    /** Image Laterality (0020,0062) decides the side of the chest wall. */
    public enum Side {
        LEFT,
        RIGHT
    }

    /** View Position (0018,5101). */
    public enum View {
        CC,
        MLO
    }

    private final Texture texture;
    private final double massX;
    private final double massY;
    private final boolean massOnLeft;

    public Breast(long seed) {
        Randomness random = new Randomness(seed);
        texture = new Texture(random.nextLong());
        massX = random.between(0.25, 0.45);
        massY = random.between(-0.25, 0.2);
        massOnLeft = random.chance(0.5);
    }

    /** 12 bit, MONOCHROME2, background black. */
    public Raster view(Side side, View view, int columns, int rows, Randomness random) {
        Canvas canvas = new Canvas(columns, rows, 0);
        double depth = side == Side.LEFT ? 1 : 7;
        double sag = view == View.MLO ? 0.10 : 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int fromWall = side == Side.LEFT ? column : columns - 1 - column;
                double x = (double) fromWall / rows;
                double y = (double) row / rows - 0.5 - sag;
                canvas.values[row * columns + column] = (float) density(x, y, depth, view);
            }
        }
        if (massOnLeft == (side == Side.LEFT)) {
            mass(canvas, side, sag, random);
        }
        canvas.addGrain(random, 14);
        for (int at = 0; at < canvas.values.length; at++) {
            canvas.values[at] = Math.max(0, canvas.values[at]);
        }
        return Raster.grey16(canvas, 1, 60);
    }

    private double density(double x, double y, double depth, View view) {
        double edge = Math.abs(y) / 0.47;
        double outline = 0.62 * Math.sqrt(Math.max(0, 1 - edge * edge * (0.7 + 0.3 * edge)));
        double inside = (outline - x) * (1 + 0.02 * texture.at(x * 8, y * 8, 4));
        double nipple = 0.02 - Math.sqrt((x - 0.618) * (x - 0.618) + y * y);
        if (inside <= 0 && nipple <= 0) {
            return 0;
        }
        double teat = 900 * Canvas.smooth(Math.max(0, Math.min(1, nipple / 0.012)));
        inside = Math.max(inside, 0.002);
        double thick = Canvas.smooth(Math.min(1, inside / 0.07));
        double fat = 620 + 140 * texture.cloud(x * 5, y * 5, depth, 4);
        double reach = Math.sqrt((x - 0.30) * (x - 0.30) / 0.07 + y * y / 0.075);
        double gland = Math.max(0, 1.15 - reach + 0.9 * texture.cloud(x * 6, y * 6, depth + 30, 5));
        double strands = seventhPower(1 - Math.abs(texture.cloud(x * 9 + y * 4, y * 14, depth + 60, 4)));
        double value = thick
                * (fat
                        + 1500 * Math.min(1.2, gland) * (0.55 + 0.45 * strands)
                        + 330 * strands * Math.min(1, inside / 0.1));
        double skin = inside < 0.008 ? 420 : 0;
        return Math.max(value + skin, teat) + pectoralMuscle(x, y, view);
    }

    private static double seventhPower(double value) {
        double cube = value * value * value;
        return cube * cube * value;
    }

    private double pectoralMuscle(double x, double y, View view) {
        if (view != View.MLO) {
            return 0;
        }
        double edge = 0.30 - 0.52 * (y + 0.6) + 0.006 * texture.at(y * 10, 0.5, 2) - x;
        return 900
                * Canvas.smooth(Math.max(0, Math.min(1, edge / 0.012)))
                * (1 + 0.12 * texture.cloud(x * 14, y * 5, 9, 3));
    }

    /** A mass with spicules, and a group of microcalcifications beside it. */
    private void mass(Canvas canvas, Side side, double sag, Randomness random) {
        double scale = canvas.height;
        double cx = side == Side.LEFT ? massX * scale : canvas.width - 1 - massX * scale;
        double cy = (massY + 0.5 + sag) * scale;
        double core = 0.022 * scale;
        for (int spike = 0; spike < 22; spike++) {
            double angle = random.between(0, 2 * StrictMath.PI);
            double length = core * random.between(1.3, 2.6);
            for (double t = core * 0.5; t < length; t += 1) {
                int x = (int) (cx + t * StrictMath.cos(angle));
                int y = (int) (cy + t * StrictMath.sin(angle));
                if (x >= 0 && x < canvas.width && y >= 0 && y < canvas.height) {
                    canvas.values[y * canvas.width + x] += (float) (260 * (1 - t / length));
                }
            }
        }
        for (int ring = 0; ring < 3; ring++) {
            canvas.ellipse(
                    cx, cy, core * (1 - 0.22 * ring), core * (0.85 - 0.2 * ring), 0.5, 2050 + 190 * ring, core * 0.5);
        }
        for (int grain = 0; grain < 16; grain++) {
            double x = cx + core * (2.4 + random.gaussian() * 0.9) * (side == Side.LEFT ? 1 : -1);
            double y = cy + core * random.gaussian() * 0.9;
            canvas.disc(x, y, random.between(0.8, 1.7), 3300, 1.2);
        }
    }
}
