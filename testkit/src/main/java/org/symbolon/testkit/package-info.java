/**
 * The sample hospital: invented patients, studies and images, the same bytes for the same seed on every machine. Read
 * {@link org.symbolon.testkit.SampleOptions} and {@link org.symbolon.testkit.SampleHospital} first; what was planted, so
 * that a leak scan can look for it, stands in {@link org.symbolon.testkit.SampleManifest}. Every person, address, number
 * and institution here is made up.
 */
@NullMarked
package org.symbolon.testkit;

import org.jspecify.annotations.NullMarked;
