package org.symbolon.portal.pages;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import org.symbolon.archive.DataCentreService;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.archive.RecordArchive;
import org.symbolon.dicomweb.DicomWebOptions;
import org.symbolon.dicomweb.DicomWebRoutes;
import org.symbolon.portal.PortalService;
import org.symbolon.portal.cases.CaseReader;
import org.symbolon.portal.cases.CatalogueLimits;
import org.symbolon.portal.cases.CatalogueReader;
import org.symbolon.portal.images.ArchiveDicomWebSource;
import org.symbolon.portal.images.ImageFrames;
import org.symbolon.web.Assets;
import org.symbolon.web.NavigationLink;
import org.symbolon.web.PageFrame;
import org.symbolon.web.WebServer;
import org.symbolon.web.WebServerOptions;

/** The portal while it listens. */
public final class Portal implements DataCentreService.Running {
    static final String DICOM_WEB = "/dicom-web";

    private static final List<String> ASSETS =
            List.of("portal.css", "viewer.js", "stack.js", "frames.js", "painter.js", "presets.js", "gestures.js");

    private final WebServer server;

    private Portal(WebServer server) {
        this.server = server;
    }

    /** The archives stay the caller's. */
    public static Portal start(WebServerOptions options, ObjectArchive objects, RecordArchive records)
            throws IOException {
        PageFrame frame = new PageFrame(
                "Teaching portal",
                "/cases",
                List.of(
                        new NavigationLink("/diseases", "Diseases"),
                        new NavigationLink("/cases", "Cases"),
                        new NavigationLink("/studies", "Images")));
        Assets assets = Assets.of(PortalService.class, "portal", ASSETS);
        Views views = new Views(frame, assets);
        CatalogueReader catalogue =
                new CatalogueReader(objects, records, CatalogueLimits.defaults(), Clock.systemUTC());
        DiseasePages diseases = new DiseasePages(catalogue, views);
        CasePages cases = new CasePages(new CaseReader(records), objects, views);
        StudyPages studies = new StudyPages(objects, records, views);
        return new Portal(WebServer.start(options, frame, routes -> {
            frame.register(routes);
            assets.register(routes);
            register(routes, diseases, cases, studies);
            DicomWebRoutes.register(
                    routes,
                    DICOM_WEB,
                    new ArchiveDicomWebSource(objects),
                    new ImageFrames(),
                    DicomWebOptions.defaults());
        }));
    }

    private static void register(
            JavalinDefaultRoutingApi routes, DiseasePages diseases, CasePages cases, StudyPages studies) {
        routes.get("/", diseases::start);
        routes.get("/diseases", diseases::tree);
        routes.get("/diseases/{code}", diseases::disease);
        routes.get("/cases", diseases::cases);
        routes.get("/cases/{organisation}/{id}", cases::page);
        routes.get("/cases/{organisation}/{id}/images", cases::images);
        routes.get("/studies", studies::list);
        routes.get("/studies/{organisation}/{study}", studies::page);
        routes.get("/studies/{organisation}/{study}/images", studies::images);
    }

    @Override
    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
