package io.github.terway4j.simulator.scene;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.simulator.quirk.CallRefusal;
import io.github.terway4j.simulator.quirk.Calls;
import io.github.terway4j.simulator.quirk.ExhaustionCode;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.quirk.QuirkPlan.Spell;
import io.github.terway4j.simulator.world.Spread;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what a file says of quirks. In place of an id stands the name that the thing has in the file. */
final class SpellReader {
    private final Names names;
    private final Map<String, Function<Fields, Supplier<Quirk>>> kinds = new LinkedHashMap<>();

    SpellReader(Names names) {
        this.names = names;
        ofCalls("call-lost", Quirk.CallLost::new);
        ofCalls("answer-lost", Quirk.AnswerLost::new);
        ofCalls("unreachable", Quirk.Unreachable::new);
        kinds.put("call-late", fields -> late(fields, Quirk.CallLate::new));
        kinds.put("answer-late", fields -> late(fields, Quirk.AnswerLate::new));
        kinds.put("call-refused", fields -> refusal(fields, Quirk.Refused::new));
        kinds.put("done-and-denied", fields -> refusal(fields, Quirk.DoneAndDenied::new));
        plain("attachment-fails", new Quirk.AttachmentFails());
        plain("detachment-hangs", new Quirk.DetachmentHangs());
        plain("deletion-hangs", new Quirk.DeletionHangs());
        late("description-lags", Quirk.DescriptionLags::new);
        late("free-count-lags", Quirk.FreeCountLags::new);
        late("device-late", Quirk.DeviceLate::new);
        late("metadata-late", Quirk.MetadataLate::new);
        plain("primary-shown-as-secondary", new Quirk.PrimaryShownAsSecondary());
        kinds.put("vswitch-runs-dry", this::runsDry);
        kinds.put("exhaustion-told-as", SpellReader::toldAs);
        plain("security-group-full", new Quirk.SecurityGroupFull());
        kinds.put("strangers-come", this::strangersCome);
        kinds.put("enis-taken", SpellReader::enisTaken);
        kinds.put("type-changed", this::typeChanged);
    }

    Set<String> kinds() {
        return kinds.keySet();
    }

    Supplier<Spell> read(Fields fields) {
        var kind = fields.need("quirk", Shapes.choice("the name of a quirk", kinds));
        var from = fields.find("from", Shapes.duration()).orElse(Duration.ZERO);
        var length = fields.find("for", Shapes.duration()).orElse(QuirkPlan.FOREVER);
        var probability = fields.find("probability", Shapes.probability()).orElse(1.0);
        if (kind.isEmpty()) {
            fields.ignoreOthers();
            return () -> {
                throw new IllegalStateException("it is wrong, and never made");
            };
        }
        var quirk = kind.get().apply(fields);
        return () -> new Spell(quirk.get(), from, length, probability);
    }

    private void plain(String kind, Quirk quirk) {
        kinds.put(kind, fields -> () -> quirk);
    }

    private void late(String kind, Function<Duration, Quirk> make) {
        kinds.put(kind, fields -> {
            var by = fields.need("by", Shapes.duration());
            return () -> make.apply(by.orElseThrow());
        });
    }

    private void ofCalls(String kind, Function<Calls, Quirk> make) {
        kinds.put(kind, fields -> {
            var calls = calls(fields);
            return () -> make.apply(calls);
        });
    }

    private static Calls calls(Fields fields) {
        return new Calls(new TreeSet<>(fields.list("calls", Shapes.action())));
    }

    private static Supplier<Quirk> late(Fields fields, BiFunction<Calls, Spread, Quirk> make) {
        var calls = calls(fields);
        var least = fields.need("by", Shapes.duration());
        var most = fields.find("atMost", Shapes.duration()).or(() -> least);
        return () -> make.apply(calls, new Spread(least.orElseThrow(), most.orElseThrow()));
    }

    private static Supplier<Quirk> refusal(Fields fields, BiFunction<Calls, CallRefusal, Quirk> make) {
        var calls = calls(fields);
        var codes = Shapes.choice("one of the cloud's codes", List.of(CallRefusal.values()), CallRefusal::called);
        var code = fields.need("code", codes);
        return () -> make.apply(calls, code.orElseThrow());
    }

    private Supplier<Quirk> runsDry(Fields fields) {
        var vSwitch = fields.find("vSwitch", names.known("vSwitches")).map(VSwitchId::new);
        var code = fields.find("code", exhaustion()).orElse(ExhaustionCode.IP_NOT_ENOUGH);
        return () -> new Quirk.VSwitchRunsDry(vSwitch, code);
    }

    private static Supplier<Quirk> toldAs(Fields fields) {
        var code = fields.need("code", exhaustion());
        return () -> new Quirk.ExhaustionToldAs(code.orElseThrow());
    }

    private static Shape<ExhaustionCode> exhaustion() {
        return Shapes.choice(
                "a code of a vSwitch without addresses", List.of(ExhaustionCode.values()), ExhaustionCode::code);
    }

    private Supplier<Quirk> strangersCome(Fields fields) {
        var every = fields.need("every", Shapes.durationAboveZero());
        var vSwitch = fields.need("vSwitch", names.known("vSwitches")).map(VSwitchId::new);
        return () -> new Quirk.StrangersCome(every.orElseThrow(), vSwitch.orElseThrow());
    }

    private static Supplier<Quirk> enisTaken(Fields fields) {
        var every = fields.need("every", Shapes.durationAboveZero());
        return () -> new Quirk.EnisTaken(every.orElseThrow());
    }

    private Supplier<Quirk> typeChanged(Fields fields) {
        var instance = fields.need("instance", names.known("instances")).map(InstanceId::new);
        var type = fields.need("type", Shapes.instanceType());
        return () -> new Quirk.TypeChanged(instance.orElseThrow(), type.orElseThrow());
    }
}
