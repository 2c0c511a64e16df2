package io.cacheaudit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.cacheaudit.version.Version;
import io.cacheaudit.version.VersionRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** The map of the packages, held: what may know what. */
@AnalyzeClasses(packages = "io.cacheaudit", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String ROOT = "io.cacheaudit.";

    /** In the order in which data flows: each knows those before it only. */
    private static final List<String> STAGES =
            List.of("text", "version", "document", "fact", "effective", "finding", "rule", "audit");

    private static final String[] CORE =
            STAGES.stream().map(ArchitectureTest::inPackage).toArray(String[]::new);

    private ArchitectureTest() {}

    @ArchTest
    static final ArchRule CORE_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax.xml..", "org.jspecify..")
                    .or(resideInAnyPackage(CORE)));

    @ArchTest
    static final ArchRule STAGES_LOOK_BACKWARDS_ONLY = stagesLookBackwards();

    @ArchTest
    static final ArchRule FORMATS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching(ROOT + "document.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = slices().matching(ROOT + "adapter.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage(adapter("rest"), adapter("cli")), resideInAPackage(adapter("report")))
            .ignoreDependency(resideInAPackage(adapter("cli")), resideInAPackage(adapter("pack")));

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_APPLICATION = noClasses()
            .that(not(resideInAPackage(inPackage("app"))))
            .should()
            .dependOnClassesThat(resideInAPackage(inPackage("app")));

    @ArchTest
    static final ArchRule PLAIN_ADAPTERS_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(adapter("cli"), adapter("report"), adapter("pack"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..");

    /** Elsewhere versions choose rows of a table. */
    @ArchTest
    static final ArchRule ONLY_PACKAGE_VERSION_COMPARES_VERSIONS = noClasses()
            .that(not(resideInAPackage(inPackage("version"))))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(ROOT + "version.Release")
            .orShould()
            .callMethod(Version.class, "release")
            .orShould()
            .callMethod(Version.class, "isDevelopment")
            .orShould()
            .callMethod(VersionRange.class, "contains", Version.class);

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes().should(standInANullMarkedPackage());

    private static ArchRule stagesLookBackwards() {
        List<ArchRule> rules = new ArrayList<>();
        for (int i = 0; i < STAGES.size() - 1; i++) {
            String[] later = STAGES.subList(i + 1, STAGES.size()).stream()
                    .map(ArchitectureTest::inPackage)
                    .toArray(String[]::new);
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(inPackage(STAGES.get(i)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later));
        }
        return CompositeArchRule.of(rules);
    }

    private static ArchCondition<JavaClass> standInANullMarkedPackage() {
        return new ArchCondition<>("stand in a package with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isPresent();
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }

    private static String inPackage(String name) {
        return ROOT + name + "..";
    }

    private static String adapter(String name) {
        return inPackage("adapter." + name);
    }
}
