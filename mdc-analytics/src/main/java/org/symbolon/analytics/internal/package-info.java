/**
 * The jobs behind the analyses. {@link org.symbolon.analytics.internal.VisitMapper} reads documents, the two visit reducers say
 * what a visit contributes, {@link org.symbolon.analytics.internal.Masking} hides what is too small to be told, {@link
 * org.symbolon.analytics.internal.JobRunner} runs a job locally or on YARN.
 */
@NullMarked
package org.symbolon.analytics.internal;

import org.jspecify.annotations.NullMarked;
