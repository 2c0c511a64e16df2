package io.cacheaudit.adapter.rest.body;

import io.cacheaudit.adapter.json.JsonTreeReader;
import io.cacheaudit.audit.request.Limits;
import io.cacheaudit.document.DocumentSet;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;

/** A body as the service reads it, for tests of those who send one. */
public final class SentBody {
    private static final int MAX_BYTES = 64 << 20;

    private SentBody() {}

    /** The set in an inflated body; what the service would refuse is thrown. */
    public static DocumentSet read(String contentType, byte[] body, String host) {
        return new DocumentSetBody(
                        new JsonTreeReader(MAX_BYTES), Limits.DEFAULT, new MemorySize(BigInteger.valueOf(MAX_BYTES)))
                .read(contentType, new ByteArrayInputStream(body), host);
    }
}
