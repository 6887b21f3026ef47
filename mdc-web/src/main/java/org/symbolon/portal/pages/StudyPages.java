package org.symbolon.portal.pages;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.archive.RecordArchive;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;
import org.symbolon.portal.cases.CaseKey;
import org.symbolon.portal.images.ViewerImages;
import org.symbolon.web.NavigationLink;

/** Imaging studies by themselves: those whose records have not come, too. */
public final class StudyPages {
    private static final int PAGE = 60;
    private static final String SECTION = "/studies";

    private final ObjectArchive objects;
    private final RecordArchive records;
    private final Views views;

    StudyPages(ObjectArchive objects, RecordArchive records, Views views) {
        this.objects = objects;
        this.records = records;
        this.views = views;
    }

    void list(Context context) throws IOException {
        List<OrganisationId> organisations = objects.organisations();
        List<StudyCard> cards = new ArrayList<>();
        String wanted = CaseQuery.text(context, "organisation");
        String after = CaseQuery.text(context, "after");
        String next = "";
        for (OrganisationId organisation : organisations) {
            if (!wanted.isEmpty() && !wanted.equals(organisation.value())) {
                continue;
            }
            List<String> studies = objects.studies(organisation, after.isEmpty() ? null : after, PAGE - cards.size());
            for (String study : studies) {
                cards.add(card(organisation, study));
            }
            after = "";
            wanted = "";
            if (cards.size() >= PAGE) {
                next = SECTION + "?organisation=" + organisation + "&after=" + studies.get(studies.size() - 1);
                break;
            }
        }
        views.show(context, "studies.jte", "Images", SECTION, Map.of("cards", cards, "next", next));
    }

    private StudyCard card(OrganisationId organisation, String study) throws IOException {
        ViewerImages images = ViewerImages.of(objects.study(organisation, study));
        Set<String> modalities = new TreeSet<>();
        images.series().forEach(each -> modalities.add(each.modality()));
        String path = SECTION + "/" + organisation + "/" + study;
        return new StudyCard(path, String.join(", ", modalities), new ViewerModel(path + "/images", images));
    }

    void page(Context context) throws IOException {
        OrganisationId organisation = CasePages.organisation(context);
        List<InstanceRecord> instances = instances(organisation, context);
        ViewerModel viewer = new ViewerModel(
                SECTION + "/" + organisation + "/" + context.pathParam("study") + "/images",
                ViewerImages.of(instances));
        views.showWithViewer(
                context,
                "study.jte",
                "Imaging study",
                SECTION,
                Map.of("viewer", viewer, "cases", cases(organisation, instances)));
    }

    void images(Context context) throws IOException {
        Views.json(context, ViewerImages.of(instances(CasePages.organisation(context), context)));
    }

    private List<InstanceRecord> instances(OrganisationId organisation, Context context) throws IOException {
        List<InstanceRecord> instances = objects.study(organisation, context.pathParam("study"));
        if (instances.isEmpty()) {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "No such study");
        }
        return instances;
    }

    private List<NavigationLink> cases(OrganisationId organisation, List<InstanceRecord> instances) throws IOException {
        Set<String> accessionNumbers = new TreeSet<>();
        instances.forEach(each -> accessionNumbers.add(each.accessionNumber()));
        accessionNumbers.remove("");
        Set<NavigationLink> cases = new LinkedHashSet<>();
        for (String accessionNumber : accessionNumbers) {
            for (DocumentRecord document : records.accession(organisation, accessionNumber)) {
                String title = document.visit().diagnoses().stream()
                        .map(each -> each.text())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(document.visit().kind());
                String href = CaseKey.of(document).href();
                if (cases.stream().noneMatch(each -> each.href().equals(href))) {
                    cases.add(new NavigationLink(href, title));
                }
            }
        }
        return List.copyOf(cases);
    }

    /** A study in the list. */
    public record StudyCard(String href, String modalities, ViewerModel viewer) {}
}
