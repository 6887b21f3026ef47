/** Commands over files: dump, json, xml, copy, render, validate. */
@NullMarked
package org.symbolon.dicomtools.file;

import org.jspecify.annotations.NullMarked;
