package io.weekbench.host.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the code of a plugin sees; it throws what it found as it starts. */
class ClassLoadingTest {
    private static final String SAYS =
            """
            public void start(Workbench workbench) { throw new IllegalStateException("saw " + look()); }
            static String name(String type) {
                try { return Class.forName(type).getName(); } catch (Throwable e) { return "nothing"; }
            }
            static String resource(String path) {
                return String.valueOf(Code.class.getClassLoader().getResource(path) != null);
            }
            """;

    @TempDir Path folder;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private String seenBy(PluginZip plugin) {
        Answer answer = bench.plugins().install(plugin.zip());
        String said = ((Answer.Refused) answer).problems().get(0).message().en();
        return said.replaceFirst(".*saw ", "");
    }

    private static PluginZip looking(String body) {
        return PluginZip.of("a", "1.0.0").tracker(SAYS + "static String look() {" + body + "}");
    }

    @Test
    void seesNoLibraryOfTheHost() {
        for (String type :
                new String[] {
                    "org.mapdb.DBMaker",
                    "com.fasterxml.jackson.databind.ObjectMapper",
                    "org.apache.lucene.index.IndexWriter",
                    "io.javalin.Javalin",
                    "dev.cel.runtime.CelRuntime",
                    "io.weekbench.host.Main",
                    "ch.qos.logback.classic.Logger",
                    "org.junit.jupiter.api.Test"
                }) {
            assertEquals("nothing", seenBy(looking("return name(\"" + type + "\");")), type);
        }
    }

    @Test
    void seesTheApiAndJava() {
        for (String type :
                new String[] {
                    "io.weekbench.api.Tracker",
                    "org.slf4j.LoggerFactory",
                    "org.jspecify.annotations.Nullable",
                    "org.pf4j.Plugin",
                    "java.net.http.HttpClient",
                    "java.sql.Connection",
                    "javax.xml.parsers.SAXParserFactory"
                }) {
            assertEquals(type, seenBy(looking("return name(\"" + type + "\");")));
        }
    }

    @Test
    void seesNoResourceOfTheHost() {
        String look =
                "return resource(\"logback.xml\") + resource(\"io/weekbench/host/tracker/tracker.schema.json\")"
                        + " + resource(\"io/weekbench/api/Tracker.class\") + resource(\"own.txt\");";
        assertEquals("falsefalsetruetrue", seenBy(looking(look).entry("classes/own.txt", "mine")));
    }

    @Test
    void bringsAnotherVersionOfALibraryOfTheHost() {
        Map<String, String> source = new HashMap<>();
        source.put(
                "ObjectMapper",
                "package com.fasterxml.jackson.databind; public class ObjectMapper {"
                        + " public String toString() { return \"the plugin's own\"; } }");
        byte[] jar = PluginZip.zip(PluginZip.compiled(source));
        assertEquals(
                "the plugin's own",
                seenBy(
                        looking(
                                        "try { return Class.forName(\"com.fasterxml.jackson.databind.ObjectMapper\")"
                                                + ".getDeclaredConstructor().newInstance().toString(); }"
                                                + " catch (Throwable e) { return e.toString(); }")
                                .entry("lib/jackson.jar", jar)));
    }

    @Test
    void isFoundByLibrariesThatAskTheThread() {
        assertEquals(
                "true",
                seenBy(
                        looking(
                                "return String.valueOf(Thread.currentThread().getContextClassLoader() == Code.class.getClassLoader());")));
    }

    @Test
    void seesTheClassesOfAPluginItNeeds() {
        Bench.done(
                bench.plugins()
                        .install(
                                PluginZip.of("parent", "1.0.0")
                                        .java(
                                                "Shared",
                                                "public class Shared { public String toString() { return \"parent's\"; } }")
                                        .zip()));
        assertEquals(
                "sample.Shared",
                seenBy(looking("return name(\"sample.Shared\");").needs("parent")));
        assertEquals("nothing", seenBy(looking("return name(\"sample.Shared\");")));
    }
}
