package io.github.terway4j.app.drill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a drill ended.
 *
 * @param mode how pods were wired
 * @param wired pods that ADD gave a network
 * @param intact pods that passed CHECK before anything was removed by hand, and at the end
 * @param objects how many were removed by hand
 * @param noticed damaged pods whose CHECK named each of them
 * @param untroubled pods that nobody had damaged, as many again, that still passed CHECK then
 * @param repaired damaged pods that passed CHECK after another ADD gave them the same addresses
 * @param ended pods that DEL ended
 * @param others things of others that were laid
 * @param seen what was looked at before and after, and had to be equal
 * @param left what was there in the end and not before, or is still in the ledger
 * @param touched what was there before and not in the end
 * @param complaints of single pods, in words
 */
public record DrillCount(
        String mode,
        String kernel,
        DrillPlan plan,
        int wired,
        int intact,
        int objects,
        int noticed,
        int untroubled,
        int repaired,
        int ended,
        int others,
        int seen,
        List<String> left,
        List<String> touched,
        List<String> complaints) {
    public DrillCount {
        left = List.copyOf(left);
        touched = List.copyOf(touched);
        complaints = List.copyOf(complaints);
    }

    public boolean ok() {
        return wired == plan.pods()
                && intact == plan.pods()
                && noticed == plan.damaged()
                && untroubled == Math.min(plan.damaged(), plan.pods() - plan.damaged())
                && repaired == plan.damaged()
                && ended == plan.pods()
                && left.isEmpty()
                && touched.isEmpty()
                && complaints.isEmpty();
    }

    /** For people. */
    public String words() {
        return ok()
                ? "All %d pods came, were checked and went, %d of them repaired; nothing of ours is left, nothing of others is touched."
                        .formatted(plan.pods(), repaired)
                : "The drill failed: %d things are left, %d of others are touched, and there are %d complaints."
                        .formatted(left.size(), touched.size(), complaints.size());
    }

    /** For machines. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("ok", ok());
        fields.put("mode", mode);
        fields.put("kernel", kernel);
        fields.put("seed", plan.seed());
        fields.put("pods", (long) plan.pods());
        fields.put("wired", (long) wired);
        fields.put("intact", (long) intact);
        fields.put("objects_removed", (long) objects);
        fields.put("damaged", (long) plan.damaged());
        fields.put("noticed", (long) noticed);
        fields.put("untroubled", (long) untroubled);
        fields.put("repaired", (long) repaired);
        fields.put("ended", (long) ended);
        fields.put("others", (long) others);
        fields.put("seen", (long) seen);
        fields.put("left", (long) left.size());
        fields.put("touched", (long) touched.size());
        return fields;
    }
}
