package org.symbolon.testkit.internal.phantom;

/** Smooth random fields in three dimensions (value noise on a lattice), about -1 to 1. Immutable. */
final class Texture {
    private final int seed;

    Texture(long seed) {
        this.seed = (int) (seed ^ seed >>> 32);
    }

    /** One octave; features are about one unit wide. */
    float at(double x, double y, double z) {
        int ix = (int) Math.floor(x);
        int iy = (int) Math.floor(y);
        int iz = (int) Math.floor(z);
        float fx = fade((float) (x - ix));
        float fy = fade((float) (y - iy));
        float fz = fade((float) (z - iz));
        float near = plane(ix, iy, iz, fx, fy);
        return fz == 0 ? near : mix(near, plane(ix, iy, iz + 1, fx, fy), fz);
    }

    /** Several octaves, each of half the size and half the strength. */
    float cloud(double x, double y, double z, int octaves) {
        float sum = 0;
        float strength = 0.5f;
        double scale = 1;
        for (int octave = 0; octave < octaves; octave++) {
            sum += strength * at(x * scale, y * scale, z + 17 * octave);
            strength *= 0.5f;
            scale *= 2.03;
        }
        return sum;
    }

    private float plane(int ix, int iy, int iz, float fx, float fy) {
        float top = mix(lattice(ix, iy, iz), lattice(ix + 1, iy, iz), fx);
        float bottom = mix(lattice(ix, iy + 1, iz), lattice(ix + 1, iy + 1, iz), fx);
        return mix(top, bottom, fy);
    }

    private float lattice(int x, int y, int z) {
        int hash = seed + x * 0x27D4EB2D + y * 0x165667B1 + z * 0x9E3779B1;
        hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        hash = (hash ^ hash >>> 12) * 0x297A2D39;
        return (hash ^ hash >>> 15) * 0x1p-31f;
    }

    private static float fade(float t) {
        return t * t * (3 - 2 * t);
    }

    private static float mix(float a, float b, float share) {
        return a + (b - a) * share;
    }
}
