package org.symbolon.dicom.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * What {@code bench/fuzz.sh} gives to Jazzer: the target that the system property {@code symbolon.fuzz.target} names, within
 * the limits of {@link FuzzLimits}.
 */
public final class LimitedFuzz {
    private static final int WARM_UP = 50;

    private static final FuzzTarget TARGET = target(System.getProperty("symbolon.fuzz.target", ""));
    private static int runs;

    private LimitedFuzz() {}

    /** One input. The first ones, while classes are loaded and instrumented, have no limit. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (runs < WARM_UP) {
            runs++;
            TARGET.run(input);
        } else {
            FuzzLimits.run(TARGET, input);
        }
    }

    private static FuzzTarget target(String className) {
        try {
            Method method = Class.forName(className).getMethod("fuzzerTestOneInput", byte[].class);
            return input -> invoke(method, input);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("No fuzz target " + className, e);
        }
    }

    private static void invoke(Method method, byte[] input) throws Exception {
        try {
            method.invoke(null, (Object) input);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
    }
}
