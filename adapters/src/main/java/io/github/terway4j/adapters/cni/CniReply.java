package io.github.terway4j.adapters.cni;

import io.github.terway4j.adapters.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the CNI executable is to print, and the exit status it is to end with.
 *
 * @param body exactly one JSON object
 */
public record CniReply(int exitStatus, String body) {
    static CniReply success(Map<String, Object> object) {
        return of(0, object);
    }

    static CniReply of(int exitStatus, Map<String, Object> object) {
        return new CniReply(exitStatus, Json.write(object));
    }

    /** For commands whose success says nothing: runtimes ignore the object. */
    static CniReply success(SpecVersion version) {
        return success(Map.of("cniVersion", version.text()));
    }

    static CniReply versions(SpecVersion version) {
        var object = new LinkedHashMap<String, Object>();
        object.put("cniVersion", version.text());
        object.put("supportedVersions", SpecVersion.supported());
        return success(object);
    }

    static CniReply failure(SpecVersion version, CniError error) {
        return new CniReply(1, Json.write(error.in(version)));
    }

    /** A failure in the runtime's name of a namespace where ours would stand: ours says nothing to anybody else. */
    CniReply renaming(String ours, String theirs) {
        if (exitStatus == 0) {
            return this;
        }
        var quoted = Json.write(theirs);
        return new CniReply(exitStatus, body.replace(ours, quoted.substring(1, quoted.length() - 1)));
    }
}
