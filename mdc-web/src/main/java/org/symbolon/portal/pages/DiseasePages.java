package org.symbolon.portal.pages;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.portal.cases.Catalogue;
import org.symbolon.portal.cases.CatalogueReader;
import org.symbolon.portal.icd.Disease;
import org.symbolon.portal.icd.DiseaseTree;
import org.symbolon.portal.icd.Icd10;
import org.symbolon.portal.icd.IcdCode;
import org.symbolon.portal.icd.IcdRange;
import org.symbolon.web.NavigationLink;

/** The start page, the tree of diseases and the lists of cases. */
final class DiseasePages {
    private static final String SECTION = "/diseases";

    private final CatalogueReader reader;
    private final Views views;
    private final Icd10 icd = Icd10.standard();

    DiseasePages(CatalogueReader reader, Views views) {
        this.reader = reader;
        this.views = views;
    }

    void start(Context context) throws IOException {
        Catalogue catalogue = reader.catalogue();
        views.show(context, "start.jte", "Start", "/", Map.of("catalogue", catalogue));
    }

    void tree(Context context) throws IOException {
        Catalogue catalogue = reader.catalogue();
        views.show(
                context,
                "diseases.jte",
                "Diseases",
                SECTION,
                Map.of("chapters", catalogue.diseases().chapters()));
    }

    void cases(Context context) throws IOException {
        Catalogue catalogue = reader.catalogue();
        CaseList list = CaseList.of(catalogue, CaseQuery.of(context, "/cases"), codes -> true);
        views.show(context, "cases.jte", "Cases", "/cases", Map.of("list", list, "catalogue", catalogue));
    }

    void disease(Context context) throws IOException {
        String text = context.pathParam("code");
        Optional<IcdRange> range = icd.range(text);
        Optional<IcdCode> code = IcdCode.parse(text);
        Catalogue catalogue = reader.catalogue();
        if (range.isPresent()) {
            IcdRange found = range.get();
            Disease disease = found.number().isEmpty()
                    ? catalogue.diseases().block(found)
                    : catalogue.diseases().chapter(found);
            List<NavigationLink> above = found.number().isEmpty()
                    ? icd.chapter(found.first())
                            .map(each -> List.of(link(each)))
                            .orElse(List.of())
                    : List.of();
            show(
                    context,
                    catalogue,
                    disease,
                    above,
                    codes -> codes.stream().anyMatch(each -> found.contains(each.category())));
        } else if (code.isPresent()) {
            IcdCode found = code.get();
            show(
                    context,
                    catalogue,
                    catalogue.diseases().code(found),
                    above(found, catalogue.diseases()),
                    codes -> codes.stream().anyMatch(each -> each.value().startsWith(found.value())));
        } else {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "No such code");
        }
    }

    private void show(
            Context context,
            Catalogue catalogue,
            Disease disease,
            List<NavigationLink> above,
            Predicate<List<IcdCode>> holds) {
        CaseList list = CaseList.of(catalogue, CaseQuery.of(context, disease.href()), holds);
        views.show(
                context,
                "disease.jte",
                disease.code() + " " + disease.title(),
                SECTION,
                Map.of("disease", disease, "above", above, "list", list));
    }

    private List<NavigationLink> above(IcdCode code, DiseaseTree diseases) {
        List<NavigationLink> above = new ArrayList<>();
        icd.chapter(code.category()).map(DiseasePages::link).ifPresent(above::add);
        icd.block(code.category()).map(DiseasePages::link).ifPresent(above::add);
        List<NavigationLink> codes = new ArrayList<>();
        for (Optional<IcdCode> each = code.parent();
                each.isPresent();
                each = each.get().parent()) {
            IcdCode parent = each.get();
            codes.add(
                    0,
                    new NavigationLink(
                            "/diseases/" + parent.display(), parent.display() + " " + diseases.title(parent)));
        }
        above.addAll(codes);
        return above;
    }

    private static NavigationLink link(IcdRange range) {
        return new NavigationLink("/diseases/" + range.code(), range.code() + " " + range.title());
    }
}
