package io.github.terway4j.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.adapters.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    /** The examples of RFC 7396, appendix A, that have an object on both sides. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"}             | {\"a\":\"c\"}              | {\"a\":\"c\"}",
                "{\"a\":\"b\"}             | {\"b\":\"c\"}              | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}             | {\"a\":null}               | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null}               | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]}           | {\"a\":\"c\"}              | {\"a\":\"c\"}",
                "{\"a\":\"c\"}             | {\"a\":[\"b\"]}            | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}     | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":{\"b\":\"c\",\"d\":1}} | {\"a\":{\"b\":\"e\"}}     | {\"a\":{\"b\":\"e\",\"d\":1}}",
                "{\"a\":[{\"b\":\"c\"}]}   | {\"a\":[1]}                | {\"a\":[1]}",
                "{\"e\":null}              | {\"a\":1}                  | {\"e\":null,\"a\":1}",
                "{}                        | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}"
            })
    void a_patch_is_merged(String base, String patch, String merged) {
        assertEquals(merged, Json.write(MergePatch.apply(Json.readObject(patch), Json.readObject(base))));
    }
}
