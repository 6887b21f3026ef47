package org.symbolon.launcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Arrows between the rooms point down only (ARCHITECTURE.md). */
class ArchitectureTest {
    private static final String[] DATA_CENTRE = {
        "org.symbolon.archive..",
        "org.symbolon.receiver..",
        "org.symbolon.recordreceiver..",
        "org.symbolon.portal..",
        "org.symbolon.analytics.."
    };

    private static JavaClasses symbolon;

    @BeforeAll
    static void importClasses() {
        symbolon = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.symbolon");
    }

    @Test
    void arrowsPointDownOnly() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("common-model")
                .definedBy("org.symbolon.model..")
                .layer("dicom-core")
                .definedBy("org.symbolon.dicom", "org.symbolon.dicom.internal..")
                .layer("dicom-net")
                .definedBy("org.symbolon.dicom.net..")
                .layer("crosswalk")
                .definedBy("org.symbolon.crosswalk..")
                .layer("deidentification")
                .definedBy("org.symbolon.deidentification..")
                .layer("anonymizer-cli")
                .definedBy("org.symbolon.anonymizer..")
                .layer("has-agent")
                .definedBy("org.symbolon.agent..")
                .layer("dicom-image")
                .definedBy("org.symbolon.dicom.image..")
                .layer("dicom-tools")
                .definedBy("org.symbolon.dicomtools..")
                .layer("record-core")
                .definedBy("org.symbolon.record..")
                .layer("web-common")
                .definedBy("org.symbolon.web..")
                .layer("dicomweb")
                .definedBy("org.symbolon.dicomweb..")
                .layer("mdc-hl7-rcv")
                .definedBy("org.symbolon.recordreceiver..")
                .layer("mdc-web")
                .definedBy("org.symbolon.portal..")
                .layer("mdc-analytics")
                .definedBy("org.symbolon.analytics..")
                .layer("mdc-archive")
                .definedBy("org.symbolon.archive..")
                .layer("mdc-dicom-rcv")
                .definedBy("org.symbolon.receiver..")
                .layer("testkit")
                .definedBy("org.symbolon.testkit..")
                .layer("launcher")
                .definedBy("org.symbolon.launcher..")
                .whereLayer("common-model")
                .mayNotAccessAnyLayer()
                .whereLayer("dicom-core")
                .mayNotAccessAnyLayer()
                .whereLayer("dicom-net")
                .mayOnlyAccessLayers("dicom-core")
                .whereLayer("dicom-image")
                .mayOnlyAccessLayers("dicom-core")
                .whereLayer("dicom-tools")
                .mayOnlyAccessLayers("common-model", "dicom-core", "dicom-net", "dicom-image")
                .whereLayer("record-core")
                .mayOnlyAccessLayers("common-model")
                .whereLayer("web-common")
                .mayOnlyAccessLayers("common-model")
                .whereLayer("dicomweb")
                .mayOnlyAccessLayers("common-model", "dicom-core", "web-common")
                .whereLayer("mdc-hl7-rcv")
                .mayOnlyAccessLayers("common-model", "mdc-archive", "record-core")
                .whereLayer("mdc-web")
                .mayOnlyAccessLayers(
                        "common-model", "dicom-core", "mdc-archive", "dicomweb", "web-common", "dicom-image")
                .whereLayer("mdc-analytics")
                .mayOnlyAccessLayers("common-model", "mdc-archive")
                .whereLayer("crosswalk")
                .mayOnlyAccessLayers("common-model")
                .whereLayer("deidentification")
                .mayOnlyAccessLayers("common-model", "dicom-core", "dicom-image", "crosswalk", "record-core")
                .whereLayer("anonymizer-cli")
                .mayOnlyAccessLayers(
                        "common-model", "dicom-core", "dicom-image", "crosswalk", "deidentification", "record-core")
                .whereLayer("has-agent")
                .mayOnlyAccessLayers(
                        "common-model", "dicom-core", "dicom-net", "crosswalk", "deidentification", "record-core")
                .whereLayer("mdc-archive")
                .mayOnlyAccessLayers("common-model", "dicom-core")
                .whereLayer("mdc-dicom-rcv")
                .mayOnlyAccessLayers("common-model", "dicom-core", "dicom-net", "mdc-archive")
                .whereLayer("testkit")
                .mayOnlyAccessLayers("common-model", "dicom-core")
                .whereLayer("launcher")
                .mayNotBeAccessedByAnyLayer()
                .check(symbolon);
    }

    @Test
    void hospitalAndDataCentreDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAnyPackage("org.symbolon.agent..", "org.symbolon.crosswalk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DATA_CENTRE)
                .check(symbolon);
        noClasses()
                .that()
                .resideInAnyPackage(DATA_CENTRE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.symbolon.agent..", "org.symbolon.crosswalk..", "org.symbolon.deidentification..")
                .check(symbolon);
    }

    @Test
    void theDicomToolkitStandsAlone() {
        classes()
                .that()
                .resideInAnyPackage("org.symbolon.dicom", "org.symbolon.dicom.internal..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml..",
                        "org.slf4j..",
                        "org.jspecify..",
                        "org.symbolon.dicom",
                        "org.symbolon.dicom.internal..")
                .check(symbolon);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching("org.symbolon.(*)..").should().beFreeOfCycles().check(symbolon);
    }

    @Test
    void internalsStayInTheirRoom() {
        for (String room :
                new String[] {"crosswalk", "deidentification", "anonymizer", "agent", "archive", "receiver", "testkit"
                }) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.symbolon." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.symbolon." + room + ".internal..")
                    .allowEmptyShould(true)
                    .check(symbolon);
        }
    }
}
