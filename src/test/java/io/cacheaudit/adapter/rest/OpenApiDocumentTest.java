package io.cacheaudit.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The copy of the OpenAPI document in the repository; {@code -Dopenapi.write=true} writes it anew. */
@QuarkusTest
@TestProfile(WithoutDatabase.class)
class OpenApiDocumentTest {
    private static final Path COPY = Path.of("src/main/openapi/openapi.json");

    @Test
    void copyEqualsWhatTheServiceServes() throws IOException {
        String served = given().get("/q/openapi?format=json").asString();

        if (Boolean.getBoolean("openapi.write")) {
            Files.createDirectories(COPY.getParent());
            Files.writeString(COPY, served.strip() + "\n");
        }
        assertThat(served.strip()).isEqualTo(Files.readString(COPY).strip());
    }
}
