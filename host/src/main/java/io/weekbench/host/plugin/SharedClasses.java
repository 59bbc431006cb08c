package io.weekbench.host.plugin;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What plugins see of the host: Java itself and these packages, classes and resources alike. So a
 * plugin cannot lean on a library of ours by chance, and may bring another version of any of them.
 */
final class SharedClasses extends ClassLoader {
    private static final List<String> PACKAGES =
            List.of("io.weekbench.api", "org.pf4j", "org.slf4j", "org.jspecify");

    private final ClassLoader host;

    SharedClasses(ClassLoader host) {
        super("shared", ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    /** Whether this class is the host's, also where a plugin brings one of that name. */
    static boolean isShared(String className) {
        return PACKAGES.stream().anyMatch(name -> className.startsWith(name + "."));
    }

    private static boolean isSharedResource(String path) {
        return isShared(path.replace('/', '.'));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!isShared(name)) {
            throw new ClassNotFoundException(name);
        }
        return host.loadClass(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return isSharedResource(name) ? host.getResource(name) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return isSharedResource(name) ? host.getResources(name) : Collections.emptyEnumeration();
    }
}
