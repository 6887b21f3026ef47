/**
 * What a textual record says, without its syntax: {@link org.symbolon.model.visit.VisitRecord} first. Read by both sides; the
 * data centre only ever sees it read from a de-identified record. Texts are as they stand in the record, codes without dots
 * added or removed; absent texts are empty, never null.
 */
@NullMarked
package org.symbolon.model.visit;

import org.jspecify.annotations.NullMarked;
