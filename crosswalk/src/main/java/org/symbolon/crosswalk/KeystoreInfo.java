package org.symbolon.crosswalk;

import java.util.List;
import org.symbolon.model.OrganisationId;

/**
 * What may be told about a keystore.
 *
 * @param fingerprint 16 hexadecimal digits that tell two keystores apart and stay through every rotation; no secret
 * @param wrappingKey number of the wrapping key in use
 * @param wrappingKeys numbers of all of them, ascending; more than one while a rotation is not finished
 */
public record KeystoreInfo(
        OrganisationId organisation, String fingerprint, int wrappingKey, List<Integer> wrappingKeys) {
    public KeystoreInfo {
        wrappingKeys = List.copyOf(wrappingKeys);
    }
}
