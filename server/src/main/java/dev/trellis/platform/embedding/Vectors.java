package dev.trellis.platform.embedding;

/** Arithmetic on vectors. */
public final class Vectors {
    private Vectors() {}

    /** Cosine of the angle between two vectors, in [-1,1]; 0 when one of them is zero. */
    public static double cosine(float[] left, float[] right) {
        if (left.length != right.length) {
            throw new IllegalArgumentException("vectors of " + left.length + " and " + right.length + " dimensions");
        }
        double product = 0;
        double leftSquare = 0;
        double rightSquare = 0;
        for (var i = 0; i < left.length; i++) {
            product += (double) left[i] * right[i];
            leftSquare += (double) left[i] * left[i];
            rightSquare += (double) right[i] * right[i];
        }
        if (leftSquare == 0 || rightSquare == 0) {
            return 0;
        }
        return Math.clamp(product / Math.sqrt(leftSquare * rightSquare), -1, 1);
    }

    static double length(double[] vector) {
        double square = 0;
        for (var value : vector) {
            square += value * value;
        }
        return Math.sqrt(square);
    }

    static float[] normalised(double[] vector) {
        var length = length(vector);
        var unit = new float[vector.length];
        for (var i = 0; i < vector.length && length > 0; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    static float[] normalised(float[] vector) {
        var wide = new double[vector.length];
        for (var i = 0; i < vector.length; i++) {
            wide[i] = vector[i];
        }
        return normalised(wide);
    }
}
