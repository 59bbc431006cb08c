package io.weekbench.host.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.weekbench.api.Evidence;
import io.weekbench.api.Grounds;
import io.weekbench.api.ItemRef;
import io.weekbench.api.Request;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestReaderTest {

    @Test
    void readsAllThreeKindsInOrder() {
        String json =
                """
                {"reason": "周会", "requests": [
                  {"create": "try.all", "id": "a", "values": {"date": "2026-08-17", "text": null},
                   "answers": {"why": "因为"},
                   "evidence": [{"address": "https://x.org", "foundOn": "2026-08-16"}]},
                  {"update": "try.all/a", "revision": 12, "set": {"date": null}},
                  {"update": "try.all/a", "revision": "any", "set": {"integer": 1}},
                  {"delete": "try.all/a", "revision": 13}]}
                """;
        ItemRef a = new ItemRef("try.all", "a");
        Grounds grounds =
                new Grounds(
                        Map.of("why", "因为"),
                        List.of(new Evidence("https://x.org", "", LocalDate.of(2026, 8, 16))));
        assertEquals(
                new Request.Batch(
                        "周会",
                        List.of(
                                new Request.Create(
                                        "try.all",
                                        "a",
                                        Map.of("date", LocalDate.of(2026, 8, 17)),
                                        grounds),
                                new Request.Update(a, 12, Collections.singletonMap("date", null)),
                                new Request.Update(a, Request.ANY, Map.of("integer", 1L)),
                                new Request.Delete(a, 13))),
                RequestReader.strict(Specs.CATALOG).read(bytes(json), new Problems()));
    }

    @Test
    void findsEverythingThatIsWrongAtOnce() {
        assertEquals(
                List.of(
                        "unknown-property at resaon",
                        "unknown-field at requests[0].values.dat",
                        "wrong-type at requests[0].values.integer",
                        "wrong-type at requests[1]",
                        "missing at requests[2].revision"),
                problems(
                        """
                        {"resaon": "", "requests": [
                          {"create": "try.all", "values": {"dat": "", "integer": "1"}},
                          [],
                          {"update": "try.all/a", "set": {}}]}
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|wrong-type at ",
                "null|wrong-type at ",
                "{}|missing at requests",
                "{\"requests\":{}}|wrong-type at requests",
                "{\"requests\":[]}|missing at requests",
                "{\"requests\":[{}]}|unknown-request at requests[0]",
                "{\"requests\":[{\"create\":\"try.none\"}]}|unknown-table at requests[0].create",
                "{\"requests\":[{\"create\":7}]}|wrong-type at requests[0].create",
                "{\"requests\":[{\"create\":\"try.all\",\"id\":\"a b\"}]}|bad-id at requests[0].id",
                "{\"requests\":[{\"delete\":\"try.all\",\"revision\":1}]}|wrong-type at requests[0].delete",
                "{\"requests\":[{\"delete\":\"try.all/a\",\"revision\":-2}]}|wrong-type at requests[0].revision",
                "{\"requests\":[{\"delete\":\"try.all/a\",\"revision\":1.5}]}|wrong-type at requests[0].revision",
                "{\"requests\":[{\"delete\":\"try.all/a\",\"revision\":1,\"answers\":{\"a\":1}}]}"
                        + "|wrong-type at requests[0].answers.a",
                "{\"requests\":[{\"delete\":\"try.all/a\",\"revision\":1,\"evidence\":[{\"address\":\" \"}]}]}"
                        + "|wrong-type at requests[0].evidence[0]",
                "{\"requests\":[{\"delete\":\"try.all/a\",\"revision\":1,"
                        + "\"evidence\":[{\"address\":\"a\",\"foundOn\":\"x\"}]}]}"
                        + "|wrong-type at requests[0].evidence[0].foundOn"
            })
    void refusesOtherShapes(String json, String problem) {
        assertEquals(List.of(problem.strip()), problems(json).stream().map(String::strip).toList());
    }

    @Test
    void samplesNeedNoRevision() {
        String json = "{\"requests\":[{\"update\":\"try.all/a\",\"set\":{\"integer\":1}}]}";
        assertEquals(
                new Request.Batch(
                        "",
                        List.of(
                                new Request.Update(
                                        new ItemRef("try.all", "a"),
                                        Request.ANY,
                                        Map.of("integer", 1L)))),
                RequestReader.ofSamples(Specs.CATALOG).read(bytes(json), new Problems()));
    }

    @Test
    void namesTheNearestTable() {
        Problems problems = new Problems();
        RequestReader.strict(Specs.CATALOG)
                .read(bytes("{\"requests\":[{\"create\":\"try.al\"}]}"), problems);
        assertEquals("Did you mean try.all?", problems.list().get(0).hint().en());
    }

    private static List<String> problems(String json) {
        Problems problems = new Problems();
        assertNull(RequestReader.strict(Specs.CATALOG).read(bytes(json), problems));
        return problems.list().stream().map(p -> p.code() + " at " + p.at()).toList();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
