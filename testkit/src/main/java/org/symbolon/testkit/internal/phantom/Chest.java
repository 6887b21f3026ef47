package org.symbolon.testkit.internal.phantom;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.testkit.internal.Randomness;

/**
 * The chest of one person, in millimetres: x to the person's left, y to the back, z to the head, the origin in the middle.
 * One model gives CT slices, localizers and radiographs that fit each other.
 */
public final class Chest {
    static final double BODY_RX = 168;
    static final double BODY_RY = 112;
    static final int RIB_PAIRS = 10;

    /** An ellipsoid with axes along x, y, z. */
    record Ellipsoid(double cx, double cy, double cz, double rx, double ry, double rz) {
        /** How large the cut at height z is, from 0 (none) to 1 (through the middle). */
        double scaleAt(double z) {
            double t = (z - cz) / rz;
            return t * t >= 1 ? 0 : Math.sqrt(1 - t * t);
        }

        /** Length of the ray along y through (x, z). */
        double chord(double x, double z) {
            double u = (x - cx) / rx;
            double w = (z - cz) / rz;
            double rest = 1 - u * u - w * w;
            return rest <= 0 ? 0 : 2 * ry * Math.sqrt(rest);
        }
    }

    /** A ball of a vessel, a rib or a nodule. */
    record Ball(double x, double y, double z, double radius) {}

    final double size;
    final Ellipsoid rightLung;
    final Ellipsoid leftLung;
    final Ellipsoid heart;
    final Ellipsoid liver;
    final Ellipsoid spleen;
    final Ball nodule;
    final List<List<Ball>> ribs = new ArrayList<>();
    final List<Ball> vessels = new ArrayList<>();
    final Texture texture;

    public Chest(long seed) {
        Randomness random = new Randomness(seed);
        size = random.between(0.9, 1.02);
        rightLung = new Ellipsoid(-79, 2, 5, 62, 82, 150);
        leftLung = new Ellipsoid(80, 2, 5, 60, 82, 150);
        heart = new Ellipsoid(26 + random.between(-5, 5), -30, -45, 58, 52, 62);
        liver = new Ellipsoid(-74, 2, -152, 84, 88, 70);
        spleen = new Ellipsoid(82, 14, -160, 70, 80, 66);
        Ellipsoid side = random.chance(0.5) ? rightLung : leftLung;
        nodule = new Ball(
                side.cx + random.between(-22, 22),
                side.cy + random.between(-20, 40),
                random.between(15, 60),
                random.between(7, 13));
        texture = new Texture(random.nextLong());
        for (int pair = 0; pair < RIB_PAIRS; pair++) {
            ribs.add(rib(pair, 1));
            ribs.add(rib(pair, -1));
        }
        branches(rightLung, random);
        branches(leftLung, random);
    }

    /** From the spine around the side to the front, sinking on the way. */
    private List<Ball> rib(int pair, int side) {
        List<Ball> rib = new ArrayList<>();
        double top = 128 - 25.0 * pair;
        int steps = 150;
        for (int step = 0; step <= steps; step++) {
            double t = (double) step / steps;
            double angle = StrictMath.PI * (0.44 - 0.86 * t);
            double z = top + 14 * StrictMath.sin(StrictMath.PI * Math.min(1, 2.5 * t)) - 78 * t * t;
            double wide = z < 5 ? 1 : Math.max(0.45, leftLung.scaleAt(z));
            double x = side * (86 + 62 * wide) * rounded(StrictMath.cos(angle));
            double y = (8 + 82 * wide) * rounded(StrictMath.sin(angle)) + 3;
            rib.add(new Ball(x, y, z, 5.6));
        }
        return rib;
    }

    /** Pushes a sine or cosine outwards, so that the ellipse becomes a little box-like and keeps clear of the lungs. */
    private static double rounded(double value) {
        return value * (1.25 - 0.25 * value * value);
    }

    /** Vessels from the hilum towards the surface, each a bent line of balls that grow thinner and split. */
    private void branches(Ellipsoid lung, Randomness random) {
        double hilumX = lung.cx * 0.36;
        for (int trunk = 0; trunk < 13; trunk++) {
            double angle = random.between(0, 2 * StrictMath.PI);
            double height = random.between(-0.85, 0.85);
            double flat = Math.sqrt(1 - height * height);
            double endX = lung.cx + 0.86 * lung.rx * flat * StrictMath.cos(angle);
            double endY = lung.cy + 0.86 * lung.ry * flat * StrictMath.sin(angle);
            double endZ = lung.cz + 0.86 * lung.rz * height;
            vessel(hilumX, 6, 12, endX, endY, endZ, random.between(3.2, 5.2), 2, random);
        }
    }

    private void vessel(
            double x0,
            double y0,
            double z0,
            double x1,
            double y1,
            double z1,
            double radius,
            int forks,
            Randomness random) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double dz = z1 - z0;
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        int steps = Math.max(4, (int) (length / 1.4));
        double bend = random.between(-0.16, 0.16) * length;
        for (int step = 0; step <= steps; step++) {
            double t = (double) step / steps;
            double arch = bend * StrictMath.sin(StrictMath.PI * t);
            vessels.add(new Ball(
                    x0 + dx * t + arch * dy / length,
                    y0 + dy * t - arch * dx / length,
                    z0 + dz * t + 0.4 * arch,
                    Math.max(0.7, radius * (1 - 0.75 * t))));
        }
        for (int fork = 0; fork < forks; fork++) {
            double t = random.between(0.3, 0.75);
            double reach = 0.42 * length;
            vessel(
                    x0 + dx * t,
                    y0 + dy * t,
                    z0 + dz * t,
                    x0 + dx * t + random.between(-reach, reach) + dx / length * 20,
                    y0 + dy * t + random.between(-reach, reach) + dy / length * 20,
                    z0 + dz * t + random.between(-reach, reach),
                    radius * (1 - 0.75 * t) * 0.8,
                    forks - 1,
                    random);
        }
    }

    boolean inLung(double x, double y, double z) {
        return inside(rightLung, x, y, z) || inside(leftLung, x, y, z);
    }

    private static boolean inside(Ellipsoid body, double x, double y, double z) {
        double u = (x - body.cx) / body.rx;
        double v = (y - body.cy) / body.ry;
        double w = (z - body.cz) / body.rz;
        return u * u + v * v + w * w < 0.93;
    }
}
