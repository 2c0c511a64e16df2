package io.cacheaudit.document.gluster;

import java.util.regex.Pattern;

/** What people paste along with a tool's output: prompts, Markdown fences, HTML tags. */
final class Surroundings {
    private static final Pattern PASTED =
            Pattern.compile("\\s*(```.*|~~~.*|</?[a-z]+[^>]*>.*|[#$>] .*|\\[[^\\]]*\\][#$].*"
                    + "|[^\\s@]{1,64}@[^\\s]{1,256}[#$>%].*|[^\\s:]*:[^\\s]*[#$] .*|(sudo )?gluster( .*)?)");

    private Surroundings() {}

    static boolean isPasted(String line) {
        return PASTED.matcher(line).matches();
    }
}
