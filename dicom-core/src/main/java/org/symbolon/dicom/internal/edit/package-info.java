/**
 * Changes to a file that leave every other byte as it is: {@link org.symbolon.dicom.internal.edit.EditTree} holds what is
 * wanted, {@link org.symbolon.dicom.internal.edit.EditScan} finds the places, {@link
 * org.symbolon.dicom.internal.edit.Splice} is one of them.
 */
@NullMarked
package org.symbolon.dicom.internal.edit;

import org.jspecify.annotations.NullMarked;
