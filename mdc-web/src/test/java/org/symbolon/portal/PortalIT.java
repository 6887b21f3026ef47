package org.symbolon.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.portal.cases.CaseKey;

/** The portal in a real browser. */
class PortalIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String CASE = new CaseKey(SampleCases.HOSPITAL, SampleCases.LUNG_VISIT).href();

    private static PortalTrial portal;
    private static Playwright playwright;
    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private @Nullable BrowserContext context;

    @BeforeAll
    static void start() throws IOException {
        if (!Files.isExecutable(CHROMIUM)) {
            if ("true".equals(System.getenv("CI"))) {
                fail("Chromium is not installed");
            }
            assumeTrue(false, "Chromium is not installed: pages are not tested in a browser");
        }
        portal = new PortalTrial();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
            playwright.close();
            portal.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOf() {
        if (context != null) {
            context.close();
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyPageThatIsLinkedLoadsWithoutComplaintAndWithThePolicy() {
        Page page = open(1280, 900, ColorScheme.LIGHT);
        Deque<String> todo = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new TreeSet<>(todo);
        while (!todo.isEmpty()) {
            Response response = page.navigate(portal.url(todo.remove()));
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers().get("content-security-policy"))
                    .contains("default-src 'self'")
                    .doesNotContain("unsafe");
            Object links = page.evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.pathname)");
            for (Object link : (List<?>) links) {
                String path = link.toString();
                if (!path.startsWith("/dicom-web") && seen.add(path)) {
                    todo.add(path);
                }
            }
        }
        assertThat(seen)
                .contains("/", "/diseases", "/cases", "/studies", "/diseases/C30-C39", "/diseases/C34.1", CASE)
                .contains("/cases/hospital/doc8", "/studies/hospital/2.25.99002");
    }

    @Test
    void listNarrowsByWordsAgeSexAndModality() {
        Page page = open(1280, 900, ColorScheme.LIGHT);
        page.navigate(portal.url("/cases"));
        assertThat(page.locator(".case-card").count()).isEqualTo(7);
        page.locator(".filters select[name=sex]").selectOption("F");
        page.locator(".filters button").click();
        assertThat(page.locator(".case-card").count()).isEqualTo(4);
        page.locator(".filters input[name=q]").fill("duszność");
        page.locator(".filters button").click();
        assertThat(page.locator(".case-card").count()).isEqualTo(1);
        page.navigate(portal.url("/cases?modality=CT&age=60-69"));
        assertThat(page.locator(".case-card").first().textContent()).contains("upper lobe");
        page.navigate(portal.url("/cases"));
        screenshot(page, "cases");
    }

    @Test
    void caseTellsReportLaboratoryAndVisits() {
        Page page = open(1440, 900, ColorScheme.DARK);
        page.navigate(portal.url(CASE));
        assertThat(page.locator(".report h2").allTextContents())
                .containsSubsequence(
                        "Diagnoses", "Complaints", "History", "CT", "Epicrisis", "Recommendations", "Laboratory");
        assertThat(page.locator("tr.mark-low th").allTextContents()).containsExactly("Haemoglobin");
        assertThat(page.locator("tr.mark-high th").allTextContents())
                .containsExactly("Leukocytes", "C-reactive protein");
        assertThat(page.locator(".visits li").count()).isEqualTo(2);
        waitForImage(page);
        page.locator("[data-presets]").selectOption("1");
        assertThat(overlay(page, "window")).isEqualTo("W 400  L 40");
        screenshot(page, "case");
        page.locator(".visits a").click();
        assertThat(page.locator("h1").textContent()).contains("Acute bronchitis");
    }

    @Test
    void darkAndLightFollowTheSystemAndTheToggle() {
        Page page = open(1280, 900, ColorScheme.DARK);
        page.navigate(portal.url("/"));
        String dark = background(page);
        page.locator("[data-theme-toggle]").click();
        String light = background(page);
        assertThat(light).isNotEqualTo(dark);
        page.reload();
        assertThat(background(page)).isEqualTo(light);
        screenshot(page, "start");
        page.navigate(portal.url("/diseases"));
        screenshot(page, "diseases");
    }

    @Test
    void keysAndWheelChangeTheImage() {
        Page page = open(1440, 900, ColorScheme.DARK);
        page.navigate(portal.url(CASE));
        waitForImage(page);
        page.locator("[data-stage]").focus();
        page.keyboard().press("Home");
        position(page, "1 / 24");
        String first = picture(page);
        page.keyboard().press("PageDown");
        position(page, "11 / 24");
        assertThat(picture(page)).isNotEqualTo(first);
        page.keyboard().press("ArrowUp");
        position(page, "10 / 24");
        page.keyboard().press("End");
        position(page, "24 / 24");
        page.mouse().move(1000, 500);
        page.mouse().wheel(0, -180);
        position(page, "21 / 24");
        page.locator("[data-series]").nth(1).click();
        position(page, "6 / 12");
    }

    @Test
    void windowLevelZoomAndInversionChangePixels() {
        Page page = open(1440, 900, ColorScheme.DARK);
        page.navigate(portal.url(CASE));
        waitForImage(page);
        page.locator("[data-stage]").focus();
        String before = picture(page);
        assertThat(overlay(page, "window")).isEqualTo("W 400  L 40");
        page.keyboard().press("1");
        assertThat(overlay(page, "window")).isEqualTo("W 1500  L -600");
        String lung = picture(page);
        assertThat(lung).isNotEqualTo(before);
        page.keyboard().press("w");
        assertThat(picture(page)).isNotEqualTo(lung);
        page.keyboard().press("r");
        assertThat(picture(page)).isEqualTo(before);
        page.keyboard().press("i");
        assertThat(picture(page)).isNotEqualTo(before);
        page.keyboard().press("i");
        page.keyboard().press("+");
        assertThat(overlay(page, "zoom")).isEqualTo("120 %");
        page.keyboard().press("r");
        drag(page);
        assertThat(overlay(page, "window")).isNotEqualTo("W 400  L 40");
    }

    @Test
    void coloursComeAsPicturesOfTheServer() {
        Page page = open(1280, 900, ColorScheme.DARK);
        page.navigate(portal.url("/studies/hospital/2.25.99003"));
        waitForImage(page);
        Object pixel = page.evaluate("() => { const c = document.querySelector('[data-canvas]');"
                + " return [...c.getContext('2d').getImageData(c.width / 2, c.height * 0.75, 1, 1).data].join(' '); }");
        String[] colours = pixel.toString().split(" ", -1);
        assertThat(Integer.parseInt(colours[0])).isGreaterThan(120);
        assertThat(colours[1]).isEqualTo("0");
        assertThat(colours[2]).isEqualTo("0");
    }

    @Test
    void phoneNeedsNoSidewaysScroll() {
        Page page = open(375, 740, ColorScheme.LIGHT);
        for (String path : List.of("/", "/diseases", "/diseases/C34", "/cases", "/studies", CASE)) {
            page.navigate(portal.url(path));
            Object wide = page.evaluate("() => document.documentElement.scrollWidth");
            assertThat(((Number) wide).intValue()).as("width of " + path).isLessThanOrEqualTo(375);
        }
        waitForImage(page);
        screenshot(page, "phone");
    }

    @Test
    void unknownPageIsAPage() {
        Page page = open(1280, 900, ColorScheme.LIGHT);
        page.navigate(portal.url("/cases/hospital/nothing"));
        assertThat(page.locator("h1").textContent()).isEqualTo("Not Found");
        assertThat(complaints).allMatch(each -> each.contains("404"));
        complaints.clear();
    }

    private Page open(int width, int height, ColorScheme scheme) {
        BrowserContext opened = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
        context = opened;
        Page page = opened.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(portal.url("/"))) {
                complaints.add("External request");
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add("Status " + response.status() + " of " + response.url());
            }
        });
        return page;
    }

    private static void waitForImage(Page page) {
        page.waitForFunction("() => document.querySelector('[data-viewer]').viewer?.frame");
    }

    private static void position(Page page, String text) {
        page.waitForFunction(
                "shown => document.querySelector('[data-stage]').dataset.shown === shown", text.split(" /", 2)[0]);
        assertThat(overlay(page, "position")).isEqualTo(text);
    }

    private static String overlay(Page page, String name) {
        Locator overlay = page.locator("[data-overlay=" + name + "]");
        return overlay.textContent();
    }

    private static String picture(Page page) {
        return page.evaluate("() => document.querySelector('[data-canvas]').toDataURL()")
                .toString();
    }

    private static String background(Page page) {
        return page.evaluate("() => getComputedStyle(document.body).backgroundColor")
                .toString();
    }

    private static void drag(Page page) {
        page.locator("button[data-tool=window]").click();
        page.mouse().move(1000, 500);
        page.mouse().down();
        page.mouse().move(1060, 540);
        page.mouse().up();
    }

    private static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
