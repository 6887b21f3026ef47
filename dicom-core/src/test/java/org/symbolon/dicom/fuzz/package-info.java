/**
 * Fuzzing in one shape for every module: a target is a class named {@code XxxFuzz} with {@code public static void
 * fuzzerTestOneInput(byte[])}. {@code bench/fuzz.sh} runs it under Jazzer through {@link org.symbolon.dicom.fuzz.LimitedFuzz};
 * {@link org.symbolon.dicom.fuzz.FuzzReplay} replays kept inputs and seeded mutations of them in every test run. Other modules
 * get both from this module's test jar.
 */
@NullMarked
package org.symbolon.dicom.fuzz;

import org.jspecify.annotations.NullMarked;
