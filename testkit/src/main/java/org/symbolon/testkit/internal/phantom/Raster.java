package org.symbolon.testkit.internal.phantom;

/** One frame as Pixel Data holds it natively, little endian, interleaved by pixel. Nobody modifies the samples. */
public final class Raster {
    /** The largest 16-bit sample that a phantom paints. */
    public static final int MAX_SAMPLE = 0x0FFF;

    private final int columns;
    private final int rows;
    private final int samplesPerPixel;
    private final int bytesPerSample;
    private final byte[] samples;

    private Raster(int columns, int rows, int samplesPerPixel, int bytesPerSample, byte[] samples) {
        this.columns = columns;
        this.rows = rows;
        this.samplesPerPixel = samplesPerPixel;
        this.bytesPerSample = bytesPerSample;
        this.samples = samples;
    }

    /** A picture of given samples, which are not copied. */
    public static Raster of(int columns, int rows, int samplesPerPixel, int bytesPerSample, byte[] samples) {
        if (samples.length != columns * rows * samplesPerPixel * bytesPerSample) {
            throw new IllegalArgumentException("The samples do not fill the picture");
        }
        return new Raster(columns, rows, samplesPerPixel, bytesPerSample, samples);
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** 1 or 3. */
    public int samplesPerPixel() {
        return samplesPerPixel;
    }

    /** 1 or 2. */
    public int bytesPerSample() {
        return bytesPerSample;
    }

    public byte[] samples() {
        return samples;
    }

    /** Unsigned 12 of 16 bit; values are rounded and limited. */
    static Raster grey16(Canvas canvas, double slope, double intercept) {
        byte[] samples = new byte[2 * canvas.values.length];
        for (int i = 0; i < canvas.values.length; i++) {
            int value = (int) Math.floor(canvas.values[i] * slope + intercept + 0.5);
            int limited = Math.max(0, Math.min(MAX_SAMPLE, value));
            samples[2 * i] = (byte) limited;
            samples[2 * i + 1] = (byte) (limited >> 8);
        }
        return new Raster(canvas.width, canvas.height, 1, 2, samples);
    }

    /** Unsigned 8 bit, even values only. */
    static Raster grey8(Canvas canvas) {
        byte[] samples = new byte[canvas.values.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = even(canvas.values[i]);
        }
        return new Raster(canvas.width, canvas.height, 1, 1, samples);
    }

    /** RGB of three canvases of one size, 8 bit, even values only. */
    static Raster colour(Canvas red, Canvas green, Canvas blue) {
        byte[] samples = new byte[3 * red.values.length];
        for (int i = 0; i < red.values.length; i++) {
            samples[3 * i] = even(red.values[i]);
            samples[3 * i + 1] = even(green.values[i]);
            samples[3 * i + 2] = even(blue.values[i]);
        }
        return new Raster(red.width, red.height, 3, 1, samples);
    }

    /** The same picture with 16-bit samples rounded down to even ones, so that no byte plane can spell a text. */
    public Raster evened() {
        byte[] evened = samples.clone();
        for (int i = 0; i < evened.length; i += bytesPerSample) {
            evened[i] &= (byte) 0xFE;
        }
        return new Raster(columns, rows, samplesPerPixel, bytesPerSample, evened);
    }

    /** A 12-bit picture in 8 bit, even values only. */
    public Raster toEightBits() {
        byte[] eight = new byte[samples.length / 2];
        for (int i = 0; i < eight.length; i++) {
            eight[i] = (byte) (sample16(i) >> 4 & 0xFE);
        }
        return new Raster(columns, rows, samplesPerPixel, 1, eight);
    }

    /** A picture of one sample per pixel with its edges enhanced; the limits of its samples stay. */
    public Raster sharpened() {
        Canvas sharp = new Canvas(columns, rows, 0);
        for (int i = 0; i < sharp.values.length; i++) {
            sharp.values[i] = bytesPerSample == 2 ? sample16(i) : samples[i] & 0xFF;
        }
        float[] before = sharp.values.clone();
        sharp.blur(4);
        for (int i = 0; i < before.length; i++) {
            sharp.values[i] = before[i] + 0.9f * (before[i] - sharp.values[i]);
        }
        return bytesPerSample == 2 ? grey16(sharp, 1, 0) : grey8(sharp);
    }

    int sample16(int index) {
        return (samples[2 * index] & 0xFF) | (samples[2 * index + 1] & 0xFF) << 8;
    }

    private static byte even(float value) {
        return (byte) (Math.max(0, Math.min(255, Math.round(value))) & 0xFE);
    }
}
