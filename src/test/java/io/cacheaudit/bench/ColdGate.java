package io.cacheaudit.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a cold {@code gate} of the sample host costs, beside {@code java -version}; the two alternate. */
public final class ColdGate {
    private static final int WARM_UPS = 2;
    private static final int RUNS = 15;
    private static final int FAIL = 1;

    private ColdGate() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> gate = List.of("deploy/bin/cache-audit", "gate", "deploy/sample-host");
        List<String> reference = List.of(java, "-version");
        double[] gates = new double[RUNS];
        double[] references = new double[RUNS];
        for (int run = -WARM_UPS; run < RUNS; run++) {
            double one = seconds(gate, FAIL);
            double other = seconds(reference, 0);
            if (run >= 0) {
                gates[run] = one;
                references[run] = other;
            }
        }
        System.out.printf(
                "cold gate of the sample host, Java %s, %d runs%n",
                Runtime.version().feature(), RUNS);
        print("gate", gates);
        print("java -version", references);
        System.out.printf("ratio of the medians: %.1f%n", median(gates) / median(references));
    }

    private static double seconds(List<String> command, int expected) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long start = System.nanoTime();
        int code = builder.start().waitFor();
        long end = System.nanoTime();
        if (code != expected) {
            throw new IllegalStateException(command + " ended with " + code);
        }
        return (end - start) / 1e9;
    }

    private static void print(String what, double[] seconds) {
        System.out.printf(
                "%-14s min %.2f s  median %.2f s  max %.2f s%n",
                what,
                Arrays.stream(seconds).min().orElseThrow(),
                median(seconds),
                Arrays.stream(seconds).max().orElseThrow());
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
