package org.symbolon.testkit.internal.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.symbolon.testkit.internal.Randomness;

/** The shadow of a {@link Chest} from behind: what a ray meets on its way, bone bright, with scatter and noise. */
public final class ChestRadiograph {
    /** Width and height of the picture in millimetres. */
    public static final double FIELD_OF_VIEW = 390;

    private final Chest chest;
    private final int pixels;
    private final double perMm;

    public ChestRadiograph(Chest chest, int pixels) {
        this.chest = chest;
        this.pixels = pixels;
        this.perMm = pixels / FIELD_OF_VIEW * chest.size;
    }

    /** 12 bit, MONOCHROME2. */
    public Raster frontal(Randomness random) {
        Canvas canvas = new Canvas(pixels, pixels, 0);
        softTissue(canvas);
        for (List<Chest.Ball> rib : chest.ribs) {
            tube(canvas, rib, 20, 3.4);
        }
        clavicles(canvas);
        vessels(canvas);
        canvas.blur(1);
        canvas.addGrain(random, 2.4);
        return Raster.grey16(canvas, 13.5, 150);
    }

    /** Millimetres of water that the ray through each pixel passes. */
    private void softTissue(Canvas canvas) {
        for (int row = 0; row < pixels; row++) {
            double z = (pixels / 2.0 - row) / perMm;
            double shoulders = 1 + 0.4 * Canvas.smooth(Math.max(0, Math.min(1, (z - 70) / 90)));
            for (int column = 0; column < pixels; column++) {
                double x = (column - pixels / 2.0) / perMm;
                canvas.values[row * pixels + column] = (float) thickness(x, z, shoulders);
            }
        }
    }

    private double thickness(double x, double z, double shoulders) {
        double u = x / (Chest.BODY_RX * shoulders);
        double body = u * u >= 1 ? 0 : 2 * Chest.BODY_RY * Math.sqrt(1 - u * u);
        double neck = z > 150 ? Canvas.smooth(Math.min(1, (z - 150) / 40)) * Math.min(1, Math.abs(x) / 260) : 0;
        double water = 0.86 * body * (1 - neck);
        double air = chest.rightLung.chord(x, z) + chest.leftLung.chord(x, z);
        double heart = chest.heart.chord(x * 0.98, z);
        double below = Math.max(chest.liver.chord(x, z), chest.spleen.chord(x, z));
        double mediastinum = 105 * Canvas.bell((x - 3) * (x - 3) / (z > 60 ? 700 : 1050));
        double arch = 34 * Canvas.bell(((x - 34) * (x - 34) + (z - 58) * (z - 58)) / 330);
        double hila = 26
                * (Canvas.bell(((x - 44) * (x - 44) + (z - 12) * (z - 12)) / 420)
                        + Canvas.bell(((x + 42) * (x + 42) + (z - 8) * (z - 8)) / 460));
        double filled = 0.94 * Math.max(heart, below) + mediastinum + arch + hila;
        water -= 0.80 * Math.max(0, air - filled);
        double windpipe = z > 40 ? 15 * Canvas.bell(x * x / 70) : 0;
        double vertebrae = 26 * Canvas.bell(x * x * x * x * x * x / (19.0 * 19 * 19 * 19 * 19 * 19));
        double gap = Math.floorMod((int) Math.floor(z), 25) < 4 ? 0.72 : 1;
        double lump = new Chest.Ellipsoid(
                        chest.nodule.x(),
                        0,
                        chest.nodule.z(),
                        chest.nodule.radius(),
                        chest.nodule.radius(),
                        chest.nodule.radius())
                .chord(x, z);
        return water - windpipe + vertebrae * gap + 1.1 * lump + 3.5 * chest.texture.cloud(x / 12, z / 12, 0.5, 4);
    }

    /** A bent tube of bone: dense walls, marrow between, so that its edges are brightest. */
    private void tube(Canvas canvas, List<Chest.Ball> path, double density, double wall) {
        double radius = path.get(0).radius() * perMm;
        double inner = Math.max(0, radius - wall * perMm * 0.5);
        float[] nearest = new float[pixels * pixels];
        Arrays.fill(nearest, Float.MAX_VALUE);
        int reach = (int) Math.ceil(radius);
        for (int i = 0; i < path.size() - 1; i++) {
            Chest.Ball from = path.get(i);
            Chest.Ball to = path.get(i + 1);
            for (int part = 0; part < 3; part++) {
                double cx = pixels / 2.0 + perMm * (from.x() + (to.x() - from.x()) * part / 3);
                double cy = pixels / 2.0 - perMm * (from.z() + (to.z() - from.z()) * part / 3);
                for (int y = Math.max(0, (int) cy - reach); y <= Math.min(pixels - 1, (int) cy + reach); y++) {
                    for (int x = Math.max(0, (int) cx - reach); x <= Math.min(pixels - 1, (int) cx + reach); x++) {
                        float square = (float) ((x - cx) * (x - cx) + (y - cy) * (y - cy));
                        nearest[y * pixels + x] = Math.min(nearest[y * pixels + x], square);
                    }
                }
            }
        }
        for (int at = 0; at < nearest.length; at++) {
            if (nearest[at] < radius * radius) {
                double outerHalf = Math.sqrt(radius * radius - nearest[at]);
                double innerHalf = nearest[at] < inner * inner ? Math.sqrt(inner * inner - nearest[at]) : 0;
                canvas.values[at] += (float) (density * (outerHalf - 0.62 * innerHalf) / radius);
            }
        }
    }

    private void clavicles(Canvas canvas) {
        for (int side = -1; side <= 1; side += 2) {
            List<Chest.Ball> bone = new ArrayList<>();
            for (int step = 0; step <= 90; step++) {
                double t = step / 90.0;
                double bow = 7 * StrictMath.sin(2 * StrictMath.PI * t);
                bone.add(new Chest.Ball(side * (14 + 128 * t), -60, 104 + 34 * t - bow, 5.8));
            }
            tube(canvas, bone, 27, 3.4);
        }
    }

    /** Vessels that cross add nothing: many begin in one place, and the hila are in the soft tissue already. */
    private void vessels(Canvas canvas) {
        float[] blood = new float[pixels * pixels];
        for (Chest.Ball ball : chest.vessels) {
            double radius = ball.radius() * perMm;
            double cx = pixels / 2.0 + ball.x() * perMm;
            double cy = pixels / 2.0 - ball.z() * perMm;
            int reach = (int) Math.ceil(radius);
            for (int y = Math.max(0, (int) cy - reach); y <= Math.min(pixels - 1, (int) cy + reach); y++) {
                for (int x = Math.max(0, (int) cx - reach); x <= Math.min(pixels - 1, (int) cx + reach); x++) {
                    double rest = radius * radius - (x - cx) * (x - cx) - (y - cy) * (y - cy);
                    if (rest > 0) {
                        int at = y * pixels + x;
                        blood[at] = Math.max(blood[at], (float) (1.5 * Math.sqrt(rest) / perMm));
                    }
                }
            }
        }
        for (int at = 0; at < blood.length; at++) {
            canvas.values[at] += blood[at];
        }
    }
}
