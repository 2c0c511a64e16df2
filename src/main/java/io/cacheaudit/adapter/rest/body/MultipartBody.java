package io.cacheaudit.adapter.rest.body;

import io.cacheaudit.text.Parsed;
import io.cacheaudit.text.Provenance;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A multipart/form-data body taken apart in memory: documents hold secrets until they are redacted. */
final class MultipartBody {
    private static final int PART_HEADER_BYTES = 64 << 10;

    private MultipartBody() {}

    /** The parts in their order; a body that is none, or that is cut off, is a problem. */
    static Parsed<List<Part>> read(String source, String contentType, byte[] body, int maxParts) {
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        Provenance whole = Provenance.whole(source);
        if (!endsWithBoundary(body)) {
            return Parsed.failed(whole, "expected multipart/form-data that ends with its boundary");
        }
        try {
            HttpPostMultipartRequestDecoder decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8, maxParts, PART_HEADER_BYTES);
            try {
                return Parsed.of(parts(decoder.getBodyHttpDatas()));
            } finally {
                decoder.destroy();
            }
        } catch (HttpPostRequestDecoder.TooManyFormFieldsException e) {
            return Parsed.failed(whole, "expected at most " + maxParts + " parts");
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException
                | HttpPostRequestDecoder.TooLongFormFieldException
                | HttpPostRequestDecoder.NotEnoughDataDecoderException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | IOException e) {
            return Parsed.failed(whole, "not valid multipart/form-data");
        }
    }

    private static List<Part> parts(List<InterfaceHttpData> all) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (InterfaceHttpData data : all) {
            if (data instanceof HttpData held) {
                String fileName = data instanceof FileUpload upload ? upload.getFilename() : null;
                parts.add(new Part(data.getName(), fileName, held.get()));
            }
        }
        return parts;
    }

    /** The decoder takes a part that is cut off for one that is whole. */
    private static boolean endsWithBoundary(byte[] body) {
        int end = body.length;
        while (end > 0 && (body[end - 1] == '\n' || body[end - 1] == '\r')) {
            end--;
        }
        return end > 2 && body[end - 1] == '-' && body[end - 2] == '-';
    }
}
