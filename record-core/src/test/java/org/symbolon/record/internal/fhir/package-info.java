/** Tests of FHIR in JSON and XML, over inline resources and the shared test data. */
@NullMarked
package org.symbolon.record.internal.fhir;

import org.jspecify.annotations.NullMarked;
