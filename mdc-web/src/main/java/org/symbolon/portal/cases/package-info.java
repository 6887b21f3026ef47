/**
 * Cases: the documents of one visit, or a single document without one. {@link org.symbolon.portal.cases.Catalogue} lists all of
 * them, {@link org.symbolon.portal.cases.CaseReader} reads one.
 */
@NullMarked
package org.symbolon.portal.cases;

import org.jspecify.annotations.NullMarked;
