package org.symbolon.archive;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.symbolon.model.OrganisationId;

/** Which organisation a client certificate stands for (DESIGN section 6). */
public interface ClientOrganisations {
    /** Empty where the certificate's subject is not configured. */
    Optional<OrganisationId> of(X509Certificate certificate);
}
