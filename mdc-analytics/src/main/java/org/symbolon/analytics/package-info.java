/**
 * Counting over the textual records of the data centre, by MapReduce over its table {@code documents}. {@link
 * org.symbolon.analytics.AnalyseCommand} is the command; {@link org.symbolon.analytics.Icd10Frequency} and {@link
 * org.symbolon.analytics.LaboratoryStatistics} are the analyses, each of two jobs: the first puts the documents of a visit
 * together, the second counts visits. What is counted and what is masked is told in docs/analytics.md.
 */
@NullMarked
package org.symbolon.analytics;

import org.jspecify.annotations.NullMarked;
