package org.symbolon.portal.pages;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;
import org.symbolon.portal.cases.CaseFile;
import org.symbolon.portal.cases.CaseKey;
import org.symbolon.portal.cases.CaseReader;
import org.symbolon.portal.images.ViewerImages;

/** The page of one case and the list of its images. */
final class CasePages {
    private final CaseReader cases;
    private final ObjectArchive objects;
    private final Views views;

    CasePages(CaseReader cases, ObjectArchive objects, Views views) {
        this.cases = cases;
        this.objects = objects;
        this.views = views;
    }

    void page(Context context) throws IOException {
        CaseKey key = key(context);
        CaseFile file = read(key);
        String images = key.href() + "/images";
        ViewerModel viewer = new ViewerModel(images, ViewerImages.of(instances(file)));
        views.showWithViewer(
                context, "case.jte", file.summary().title(), "/cases", Map.of("file", file, "viewer", viewer));
    }

    void images(Context context) throws IOException {
        Views.json(context, ViewerImages.of(instances(read(key(context)))));
    }

    private CaseFile read(CaseKey key) throws IOException {
        return cases.read(key).orElseThrow(() -> new SymbolonException(ErrorCode.NOT_FOUND, "No such case"));
    }

    private List<InstanceRecord> instances(CaseFile file) throws IOException {
        List<InstanceRecord> instances = new ArrayList<>();
        for (String accessionNumber : file.accessionNumbers()) {
            instances.addAll(objects.accession(file.summary().key().organisation(), accessionNumber));
        }
        return instances;
    }

    private static CaseKey key(Context context) {
        return new CaseKey(organisation(context), context.pathParam("id"));
    }

    /** A word that cannot be an organisation is merely not here. */
    static OrganisationId organisation(Context context) {
        try {
            return new OrganisationId(context.pathParam("organisation"));
        } catch (SymbolonException e) {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "No such organisation", e);
        }
    }
}
