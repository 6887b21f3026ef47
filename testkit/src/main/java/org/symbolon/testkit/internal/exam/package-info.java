/**
 * Writes the planted corpus: {@link org.symbolon.testkit.internal.exam.ExamItem} puts values and notes what must become of them, the other
 * classes know where identity hides. Texts are written as templates: what stands in braces must go, the rest must stay.
 */
@NullMarked
package org.symbolon.testkit.internal.exam;

import org.jspecify.annotations.NullMarked;
