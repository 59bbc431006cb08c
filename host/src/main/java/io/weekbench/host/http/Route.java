package io.weekbench.host.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One address: what it is for, what it takes, what it answers and who serves it. What is said here
 * is what is served and what {@link OpenApi} describes; a parameter that is not declared here is
 * refused.
 *
 * @param takes name of the shape of its JSON body, a media type with a slash for a file, or empty
 * @param answers the same for what it answers
 */
record Route(
        HandlerType method,
        String path,
        String summary,
        List<Parameter> parameters,
        String takes,
        String answers,
        Handler handler) {

    private static final String ATTRIBUTE = "weekbench.route";

    Route {
        parameters = List.copyOf(parameters);
    }

    /**
     * Something behind the question mark.
     *
     * @param type of JSON Schema
     * @param oneOf its values; empty where it is free
     */
    record Parameter(String name, String type, List<String> oneOf, String description) {
        Parameter {
            oneOf = List.copyOf(oneOf);
        }
    }

    static Declared get(String path, String summary) {
        return new Declared(HandlerType.GET, path, summary);
    }

    static Declared post(String path, String summary) {
        return new Declared(HandlerType.POST, path, summary);
    }

    void install(RoutesConfig routes) {
        routes.addEndpoint(
                new Endpoint(
                        method,
                        path,
                        ctx -> {
                            ctx.attribute(ATTRIBUTE, this);
                            handler.handle(ctx);
                        }));
    }

    /** Names of the parameters that the route of this request knows. */
    static Set<String> known(Context ctx) {
        Route route = Objects.requireNonNull(ctx.attribute(ATTRIBUTE), ctx.path());
        return route.parameters.stream()
                .map(Parameter::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A route on its way; {@link #by} ends it. */
    static final class Declared {
        private final HandlerType method;
        private final String path;
        private final String summary;
        private final List<Parameter> parameters = new ArrayList<>();
        private String takes = "";
        private String answers = "";

        private Declared(HandlerType method, String path, String summary) {
            this.method = method;
            this.path = path;
            this.summary = summary;
        }

        Declared text(String name, String description) {
            return parameter(name, "string", List.of(), description);
        }

        Declared number(String name, String description) {
            return parameter(name, "integer", List.of(), description);
        }

        Declared flag(String name, String description) {
            return parameter(name, "boolean", List.of(), description);
        }

        Declared choice(String name, List<String> oneOf, String description) {
            return parameter(name, "string", oneOf, description);
        }

        private Declared parameter(
                String name, String type, List<String> oneOf, String description) {
            parameters.add(new Parameter(name, type, oneOf, description));
            return this;
        }

        /** A JSON body of this shape, or a file of this media type. */
        Declared takes(String shapeOrMediaType) {
            takes = shapeOrMediaType;
            return this;
        }

        /** JSON of this shape, or a file of this media type. */
        Declared answers(String shapeOrMediaType) {
            answers = shapeOrMediaType;
            return this;
        }

        Route by(Handler handler) {
            return new Route(method, path, summary, parameters, takes, answers, handler);
        }
    }
}
