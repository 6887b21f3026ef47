package org.symbolon.testkit.internal.phantom;

import org.symbolon.testkit.internal.Randomness;

/** Axial slices through a {@link Chest} in Hounsfield units, stored with intercept {@link #INTERCEPT}. */
public final class ChestCt {
    public static final int INTERCEPT = -1024;

    /** Reconstruction diameter in millimetres. */
    public static final double FIELD_OF_VIEW = 380;

    private final Chest chest;
    private final int pixels;
    private final double perMm;
    private final double soft;

    public ChestCt(Chest chest, int pixels) {
        this.chest = chest;
        this.pixels = pixels;
        this.perMm = pixels / FIELD_OF_VIEW * chest.size;
        this.soft = Math.max(1.2, perMm * 1.6);
    }

    /** The slice at z millimetres, seen from the feet, the front of the body up (the person's right is left). */
    public Raster slice(double z, Randomness random) {
        Canvas canvas = new Canvas(pixels, pixels, -1000);
        double taper = z > 95 ? 1 - 0.0016 * (z - 95) : 1;
        table(canvas);
        cut(canvas, 0, 0, Chest.BODY_RX * taper, Chest.BODY_RY * taper, -12);
        cut(canvas, 0, 0, Chest.BODY_RX * taper - 2, Chest.BODY_RY * taper - 2, -98);
        cut(canvas, 0, 1, Chest.BODY_RX * taper - 11, Chest.BODY_RY * taper - 10, 46);
        backMuscles(canvas);
        lung(canvas, chest.rightLung, z);
        lung(canvas, chest.leftLung, z);
        bulk(canvas, chest.liver, z, 62);
        bulk(canvas, chest.spleen, z, 52);
        stomach(canvas, z);
        lungTexture(canvas, z);
        vessels(canvas, z);
        mediastinum(canvas, z);
        heart(canvas, z);
        nodule(canvas, z);
        spine(canvas, z);
        ribs(canvas, z);
        canvas.addGrain(random, 13);
        return Raster.grey16(canvas, 1, -INTERCEPT);
    }

    private void backMuscles(Canvas canvas) {
        for (int side = -1; side <= 1; side += 2) {
            cut(canvas, side * 32, 88, 26, 15, 58);
            cut(canvas, side * 95, 62, 34, 12, 54);
        }
    }

    private void lung(Canvas canvas, Chest.Ellipsoid lung, double z) {
        double scale = lung.scaleAt(z);
        cut(canvas, lung.cx(), lung.cy(), lung.rx() * scale + 1.2, lung.ry() * scale + 1.2, 30);
        cut(canvas, lung.cx(), lung.cy(), lung.rx() * scale, lung.ry() * scale, -862);
    }

    private void bulk(Canvas canvas, Chest.Ellipsoid organ, double z, double value) {
        double scale = organ.scaleAt(z);
        cut(canvas, organ.cx(), organ.cy(), organ.rx() * scale, organ.ry() * scale, value);
    }

    private void stomach(Canvas canvas, double z) {
        double scale = new Chest.Ellipsoid(62, -32, -150, 38, 34, 42).scaleAt(z);
        cut(canvas, 62, -32, 38 * scale, 34 * scale, 22);
        cut(canvas, 62, -44, 27 * scale, 16 * scale, -930);
    }

    /** Denser towards the back, as in a person lying on it. */
    private void lungTexture(Canvas canvas, double z) {
        for (int y = 0; y < pixels; y++) {
            for (int x = 0; x < pixels; x++) {
                int at = y * pixels + x;
                if (canvas.values[at] < -780 && insideBody(x, y)) {
                    double mmX = (x - pixels / 2.0) / perMm;
                    double mmY = (y - pixels / 2.0) / perMm;
                    canvas.values[at] += (float) (0.28 * mmY + 46 * chest.texture.cloud(mmX / 9, mmY / 9, z / 9, 3));
                }
            }
        }
    }

    private boolean insideBody(int x, int y) {
        double u = (x - pixels / 2.0) / perMm / (Chest.BODY_RX - 12);
        double v = (y - pixels / 2.0) / perMm / (Chest.BODY_RY - 12);
        return u * u + v * v < 1;
    }

    private void vessels(Canvas canvas, double z) {
        for (Chest.Ball ball : chest.vessels) {
            double dz = ball.z() - z;
            if (Math.abs(dz) < ball.radius() && chest.inLung(ball.x(), ball.y(), ball.z())) {
                double radius = Math.sqrt(ball.radius() * ball.radius() - dz * dz);
                cut(canvas, ball.x(), ball.y(), radius, radius, radius < 1.2 ? -320 : 36);
            }
        }
    }

    private void mediastinum(Canvas canvas, double z) {
        if (z < -118) {
            cut(canvas, 18, 46, 12.5, 12.5, 128);
            return;
        }
        double width = z > 60 ? 30 : 30 + (60 - z) * 0.06;
        cut(canvas, 3, -8, width, 66, -70);
        cut(canvas, 3, 30, width * 0.8, 46, -40);
        if (z > 48) {
            cut(canvas, 0, 18, 10.5, 9.5, 30);
            cut(canvas, 0, 18, 8.6, 7.8, -985);
        } else if (z > 5) {
            double spread = 8 + (48 - z) * 0.62;
            for (int side = -1; side <= 1; side += 2) {
                cut(canvas, side * spread, 20, 7.6, 7, 24);
                cut(canvas, side * spread, 20, 5.8, 5.4, -975);
            }
            cut(canvas, 2, 2, 30 + (48 - z) * 0.25, 11, 142);
        }
        cut(canvas, 8, 38, 7, 6, 32);
        if (z > 38 && z < 72) {
            for (int step = 0; step <= 24; step++) {
                double t = step / 24.0;
                cut(canvas, -14 + 36 * t, -26 + 62 * t * t, 12.5, 12.5, 150);
            }
        } else if (z <= 38) {
            cut(canvas, 24, 44, 12.8, 12.8, 152);
            cut(canvas, -12, -24, 15.5, 15.5, 155);
        } else {
            cut(canvas, 26, -2, 6, 6, 150);
            cut(canvas, -16, -10, 8, 8, 146);
            cut(canvas, 10, -14, 6, 6, 148);
        }
        cut(canvas, -34, -8, 9.5, 9.5, 168);
        cut(canvas, 0, -98, 19, 6.5, 330);
        cut(canvas, 0, -98, 16, 4, 170);
    }

    private void heart(Canvas canvas, double z) {
        double scale = chest.heart.scaleAt(z);
        if (scale <= 0) {
            return;
        }
        Chest.Ellipsoid heart = chest.heart;
        tilted(canvas, heart.cx(), heart.cy(), heart.rx() * scale + 4, heart.ry() * scale + 4, 0.5, -88);
        tilted(canvas, heart.cx(), heart.cy(), heart.rx() * scale, heart.ry() * scale, 0.5, 78);
        tilted(canvas, heart.cx() + 18, heart.cy() + 6, 25 * scale, 19 * scale, 0.5, 176);
        tilted(canvas, heart.cx() - 17, heart.cy() - 17, 25 * scale, 14 * scale, 0.6, 150);
        tilted(canvas, heart.cx() - 24, heart.cy() + 17, 17 * scale, 20 * scale, 0.3, 160);
    }

    private void nodule(Canvas canvas, double z) {
        double dz = chest.nodule.z() - z;
        double left = chest.nodule.radius() * chest.nodule.radius() - dz * dz;
        if (left <= 0) {
            return;
        }
        double radius = Math.sqrt(left);
        for (int spike = 0; spike < 9; spike++) {
            double angle = spike * 0.698 + 0.3 * chest.texture.at(spike, 0.5, 0.5);
            double reach = radius * (1.1 + 0.35 * chest.texture.at(spike, 3.5, 0.5));
            double x = chest.nodule.x() + reach * StrictMath.cos(angle);
            double y = chest.nodule.y() + reach * StrictMath.sin(angle);
            cut(canvas, x, y, radius * 0.22, radius * 0.22, -180);
        }
        cut(canvas, chest.nodule.x(), chest.nodule.y(), radius * 1.05, radius * 0.95, 52);
    }

    private void spine(Canvas canvas, double z) {
        boolean disc = Math.floorMod((int) Math.floor(z), 25) < 5;
        cut(canvas, 0, 62, 20, 15.5, disc ? 95 : 520);
        cut(canvas, 0, 62, 17.5, 13, disc ? 90 : 215);
        for (int side = -1; side <= 1; side += 2) {
            tilted(canvas, side * 12.5, 80, 4.5, 8.5, side * 0.25, 540);
            tilted(canvas, side * 25, 88, 14, 4.6, side * 0.55, disc ? 60 : 430);
        }
        cut(canvas, 0, 98, 4, 12, 480);
        cut(canvas, 0, 82, 9.5, 8, -20);
        cut(canvas, 0, 82, 6.5, 5.5, 38);
    }

    private void ribs(Canvas canvas, double z) {
        for (boolean marrow : new boolean[] {false, true}) {
            for (var rib : chest.ribs) {
                for (Chest.Ball ball : rib) {
                    double radius = marrow ? ball.radius() - 2.1 : ball.radius();
                    double dz = ball.z() - z;
                    if (Math.abs(dz) < radius) {
                        double cut = Math.sqrt(radius * radius - dz * dz);
                        cut(canvas, ball.x(), ball.y(), cut, cut, marrow ? 260 : 640);
                    }
                }
            }
        }
    }

    private void table(Canvas canvas) {
        double cx = pixels / 2.0;
        double top = pixels / 2.0 + (Chest.BODY_RY + 9) * perMm;
        for (int x = 0; x < pixels; x++) {
            double bow = (x - cx) / perMm / 190;
            double y = top - bow * bow * 34 * perMm;
            for (int dy = -3; dy <= 3; dy++) {
                int row = (int) (y + dy * perMm);
                if (Math.abs(bow) < 0.93 && row >= 0 && row < pixels) {
                    canvas.blend(row * pixels + x, Math.abs(dy) == 3 ? -120 : -870, 1);
                }
            }
        }
    }

    private void cut(Canvas canvas, double x, double y, double rx, double ry, double value) {
        tilted(canvas, x, y, rx, ry, 0, value);
    }

    private void tilted(Canvas canvas, double x, double y, double rx, double ry, double angle, double value) {
        double middle = pixels / 2.0;
        canvas.ellipse(middle + x * perMm, middle + y * perMm, rx * perMm, ry * perMm, angle, value, soft);
    }
}
