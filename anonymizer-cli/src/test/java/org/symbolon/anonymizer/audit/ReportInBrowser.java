package org.symbolon.anonymizer.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The report as a person sees it: in Chromium, on a wide and on a narrow screen. */
final class ReportInBrowser {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private ReportInBrowser() {}

    /** Skips where there is no browser; fails where the page complains, asks for anything, or is wider than the screen. */
    static void look(Path report, Consumer<Page> whatIsSeen) {
        if (!Files.isExecutable(CHROMIUM)) {
            if ("true".equals(System.getenv("CI"))) {
                fail("Chromium is not installed");
            }
            assumeTrue(false, "Chromium is not installed: the report is not tested in a browser");
        }
        Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        List<String> arguments =
                List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking");
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(arguments))) {
            for (int width : new int[] {1280, 390}) {
                List<String> complaints = new ArrayList<>();
                List<String> requests = new ArrayList<>();
                Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900));
                page.onConsoleMessage(message -> complaints.add(message.text()));
                page.onRequest(request -> requests.add(request.url()));
                page.navigate(report.toUri().toString());
                assertThat(complaints).isEmpty();
                assertThat(requests).as("the page itself and nothing else").hasSize(1);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("no wider than the screen")
                        .isEqualTo(width);
                whatIsSeen.accept(page);
                page.close();
            }
        }
    }
}
