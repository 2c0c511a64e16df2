package io.cacheaudit.adapter.cli;

import io.cacheaudit.audit.Audit;
import io.cacheaudit.effective.EffectiveDisk;
import io.cacheaudit.effective.Remark;
import io.cacheaudit.text.NearestName;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: for each disk what was written, what holds, and who decided it. */
@Command(name = "explain", description = "Explains each disk of a host: configured, effective, and who decided it.")
final class ExplainCommand implements Callable<Integer> {
    private final Dependencies deps;
    private final PrintStream out;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "A host's root or an unpacked sosreport; or a file.")
    private @Nullable Path directory;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DOMAIN[/TARGET]",
            description = "One guest, or one disk of it.")
    private @Nullable String subject;

    ExplainCommand(Dependencies deps, PrintStream out) {
        this.deps = deps;
        this.out = out;
    }

    @Override
    public Integer call() throws UnusableInput {
        Audit audit = AuditCommand.audit(deps, directory == null ? List.of() : List.of(directory), spec);
        List<EffectiveDisk> disks = audit.effective().disks();
        List<EffectiveDisk> chosen = disks.stream().filter(this::isMeant).toList();
        if (chosen.isEmpty() && subject != null) {
            throw new UnusableInput("no disk of " + subject + NearestName.hint(subject, names(disks)));
        }
        List<String> lines = new ArrayList<>();
        for (EffectiveDisk disk : chosen) {
            lines.addAll(Explanation.of(disk));
            lines.add("");
        }
        if (subject == null) {
            lines.addAll(remarks(audit.effective().remarks()));
            audit.problems().forEach(problem -> lines.add(Plain.text(problem.toString())));
        }
        out.print((lines.isEmpty() ? "no disks" : String.join("\n", lines).stripTrailing()) + "\n");
        return 0;
    }

    private boolean isMeant(EffectiveDisk disk) {
        return subject == null
                || subject.equals(disk.facts().domain())
                || subject.equals(disk.facts().domain() + "/" + disk.facts().target());
    }

    private static Set<String> names(List<EffectiveDisk> disks) {
        Set<String> names = new LinkedHashSet<>();
        disks.forEach(disk -> {
            names.add(disk.facts().domain());
            names.add(disk.facts().domain() + "/" + disk.facts().target());
        });
        return names;
    }

    /** What somebody wrote without effect. */
    private static List<String> remarks(List<Remark> remarks) {
        List<List<String>> rows = remarks.stream()
                .filter(remark -> !remark.ignored().known().orElse("").equals("none"))
                .map(ExplainCommand::row)
                .toList();
        List<String> lines = new ArrayList<>();
        if (!rows.isEmpty()) {
            lines.add("written, and without effect:");
            Plain.table(rows).forEach(line -> lines.add("  " + line));
            lines.add("");
        }
        return lines;
    }

    private static List<String> row(Remark remark) {
        String why = remark.ignored().known().isPresent()
                ? remark.why()
                : "perhaps; " + AuditTable.missing(remark.ignored().missing().get(0));
        String what = remark.isDocument() ? "the whole file" : "[" + remark.section() + "] " + remark.key();
        return List.of(Plain.text(remark.at().toString()), Plain.text(what), Plain.text(why));
    }
}
