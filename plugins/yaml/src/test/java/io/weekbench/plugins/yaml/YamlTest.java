package io.weekbench.plugins.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** YAML as others write it, and as nobody should. */
class YamlTest {

    @Test
    void readsTextsListsAndMapsWithTheirLines() throws YamlException {
        Node read = Yaml.read("a: 1\nb:\n- x\n- y: '2'\n").orElseThrow();

        assertEquals(Optional.of("1"), read.text("a"));
        assertEquals(List.of("a", "b"), List.copyOf(read.members().keySet()));
        assertEquals("x", read.items("b").get(0).text());
        assertEquals(3, read.items("b").get(0).line());
        assertEquals(Optional.of("2"), read.items("b").get(1).text("y"));
    }

    @Test
    void leavesEveryTextAsItIsWritten() throws YamlException {
        Node read = Yaml.read("{v: 9.10, y: Yes, n: no, d: 2025-09-25, o: 017}").orElseThrow();

        assertEquals(
                List.of("9.10", "Yes", "no", "2025-09-25", "017"),
                read.members().values().stream().map(Node::text).toList());
    }

    @Test
    void tellsWhatIsNotSetFromWords() throws YamlException {
        Node read = Yaml.read("a:\nb: null\nc: ~\nd: 'null'\ne: ''\n").orElseThrow();

        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(read.text("a"), read.text("b"), read.text("c")));
        assertEquals(Optional.of("null"), read.text("d"));
        assertEquals(Optional.of(""), read.text("e"));
    }

    @Test
    void readsJson() throws YamlException {
        Node read = Yaml.read("[{\"due_on\": null, \"title\": \"v1\\n\\u4e00\"}]").orElseThrow();

        assertEquals(Optional.empty(), read.items().get(0).text("due_on"));
        assertEquals(Optional.of("v1\n一"), read.items().get(0).text("title"));
    }

    @Test
    void readsNothingFromNothing() throws YamlException {
        assertEquals(Optional.empty(), Yaml.read(""));
        assertEquals(Optional.empty(), Yaml.read("# a comment\n"));
    }

    @Test
    void saysAtWhichLineItStumbled() {
        assertEquals(3, stumbles("a: 1\nb: [1,\n").line(), "where the bracket does not close");
        assertEquals(2, stumbles("a: 1\na: 2\n").line());
        assertEquals(2, stumbles("a: 1\n? [x]\n: 2\n").line());
        assertEquals(1, stumbles("a: *b\n").line());
        assertEquals(1, stumbles("a: &b 1\n").line());
    }

    @Test
    void makesNothingOfTags() throws YamlException {
        Node read = Yaml.read("a: !!javax.script.ScriptEngineManager [1]\n").orElseThrow();

        assertEquals("1", read.items("a").get(0).text());
    }

    @Test
    void readsAnyDepthWithoutFallingOver() throws YamlException {
        int depth = 20_000;
        Node read = Yaml.read("[".repeat(depth) + "]".repeat(depth)).orElseThrow();
        int levels = 1;
        for (Node at = read; !at.items().isEmpty(); at = at.items().get(0)) {
            levels++;
        }

        assertEquals(depth, levels);
    }

    private static YamlException stumbles(String text) {
        return assertThrows(YamlException.class, () -> Yaml.read(text));
    }
}
