/**
 * Invented people and clinics. {@link org.symbolon.testkit.internal.people.Cast} makes the person of any number; the words
 * names are made of stand in {@code people.tsv}. Character sets after PS3.3 C.12.1.1.2, person names after PS3.5 6.2.1.
 */
@NullMarked
package org.symbolon.testkit.internal.people;

import org.jspecify.annotations.NullMarked;
