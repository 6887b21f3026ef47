package org.symbolon.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.Vr;

/** Person names a second, decoded and encoded by one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Charset {
    @Param({"ISO_IR 100", "ISO_IR 192", "\\ISO 2022 IR 87", "\\ISO 2022 IR 149", "GB18030"})
    private String term = "";

    private List<String> terms = List.of();
    private String text = "";
    private byte[] value = {};

    @Setup
    public void encodeOnce() {
        terms = CharacterSets.terms(term.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        text = switch (term) {
            case "ISO_IR 100" -> "Müller^Jörg";
            case "ISO_IR 192" -> "Привет^Мир";
            case "\\ISO 2022 IR 149" -> "Hong^Gildong=洪^吉洞=홍^길동";
            case "GB18030" -> "王^小东";
            default -> "Yamada^Tarou=山田^太郎=やまだ^たろう";
        };
        value = CharacterSets.encode(text, Vr.PN, terms);
    }

    @Benchmark
    public String decode() {
        return CharacterSets.decode(value, Vr.PN, terms);
    }

    @Benchmark
    public byte[] encode() {
        return CharacterSets.encode(text, Vr.PN, terms);
    }
}
