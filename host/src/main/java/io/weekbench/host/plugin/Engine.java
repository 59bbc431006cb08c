package io.weekbench.host.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pf4j.AbstractPluginManager;
import org.pf4j.DefaultExtensionFactory;
import org.pf4j.DefaultVersionManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginState;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;
import org.pf4j.PropertiesPluginDescriptorFinder;
import org.pf4j.ServiceProviderExtensionFinder;
import org.pf4j.VersionManager;

/**
 * PF4J with all of its own decisions taken away: it looks for nothing, is handed one folder at a
 * time whose dependencies are loaded already, and calls none of their code.
 */
final class Engine extends AbstractPluginManager {
    private static final ClassLoader SHARED = new SharedClasses(Engine.class.getClassLoader());

    /** Makes a plugin's class loader; none of its code runs yet. */
    PluginWrapper load(PluginFolder plugin) {
        loadPlugin(plugin.path());
        return getPlugin(plugin.id());
    }

    /** Closes its class loader. Its code was told to stop before, if it still listens. */
    void unload(String id) {
        PluginWrapper wrapper = getPlugin(id);
        if (wrapper != null) {
            wrapper.setPluginState(PluginState.STOPPED);
            unloadPlugin(id, false, false);
        }
    }

    @Override
    protected List<Path> createPluginsRoot() {
        return List.of(Path.of(""));
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new PluginLoader() {
            @Override
            public boolean isApplicable(Path folder) {
                return true;
            }

            @Override
            public ClassLoader loadPlugin(Path folder, PluginDescriptor descriptor) {
                return classes(folder, descriptor);
            }
        };
    }

    private ClassLoader classes(Path folder, PluginDescriptor descriptor) {
        PluginClassLoader classes =
                new PluginClassLoader(this, descriptor, SHARED) {
                    @Override
                    protected boolean shouldDelegateToParent(String className) {
                        return SharedClasses.isShared(className);
                    }
                };
        classes.addFile(folder.resolve("classes").toFile());
        jars(folder.resolve("lib")).forEach(jar -> classes.addFile(jar.toFile()));
        return classes;
    }

    private static List<Path> jars(Path lib) {
        if (!Files.isDirectory(lib)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Cannot list " + lib, e);
        }
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new PropertiesPluginDescriptorFinder();
    }

    @Override
    protected PluginRepository createPluginRepository() {
        return new PluginRepository() {
            @Override
            public List<Path> getPluginPaths() {
                return List.of();
            }

            @Override
            public boolean deletePluginPath(Path folder) {
                return false;
            }
        };
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new PluginStatusProvider() {
            @Override
            public boolean isPluginDisabled(@Nullable String id) {
                return false;
            }

            @Override
            public void disablePlugin(String id) {
                throw new UnsupportedOperationException("A plugin is there or it is not");
            }

            @Override
            public void enablePlugin(String id) {
                // it is
            }
        };
    }

    @Override
    protected PluginFactory createPluginFactory() {
        return wrapper -> instance(wrapper.getPluginClassLoader(), wrapper.getDescriptor());
    }

    /** PF4J's own factory logs what goes wrong here and gives null. */
    private static Plugin instance(ClassLoader classes, PluginDescriptor descriptor) {
        try {
            Class<?> type = classes.loadClass(descriptor.getPluginClass());
            return (Plugin) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new PluginRuntimeException(e, "plugin.class {}", descriptor.getPluginClass());
        }
    }

    @Override
    protected ExtensionFactory createExtensionFactory() {
        return new DefaultExtensionFactory();
    }

    @Override
    protected ExtensionFinder createExtensionFinder() {
        return new ServiceProviderExtensionFinder(this);
    }

    @Override
    protected VersionManager createVersionManager() {
        return new DefaultVersionManager();
    }
}
