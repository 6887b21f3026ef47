/** Micro-benchmarks of the DICOM toolkit: {@code bench/jmh.sh} runs them. Whole processes are measured by the scripts beside. */
@NullMarked
package org.symbolon.bench;

import org.jspecify.annotations.NullMarked;
