package io.weekbench.host.store;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.mapdb.BTreeMap;
import org.mapdb.DB;
import org.mapdb.DBException;
import org.mapdb.DBMaker;

/** The trees of the state, in one MapDB inside a {@link StateVolume}. */
final class Trees {
    private static final PackedBytes ENTRIES = new PackedBytes();

    private final DB db;
    private final Map<Name, Tree> trees;

    /**
     * Which there are; {@link Keys} says how each is sorted.
     *
     * <p>A node is written whole for each change in it, so trees with large values have small ones.
     */
    enum Name {
        CURRENT('c', 12),
        PAST('p', 12),
        KEY('k', 32),
        REF('r', 32),
        COMMIT('h', 32),
        COUNT('n', 32);

        private final char letter;
        private final int entriesOfNode;

        Name(char letter, int entriesOfNode) {
            this.letter = letter;
            this.entriesOfNode = entriesOfNode;
        }

        /** Stands for it where entries of several trees are sorted together. */
        byte letter() {
            return (byte) letter;
        }

        static Name of(byte letter) {
            for (Name name : values()) {
                if (name.letter == letter) {
                    return name;
                }
            }
            throw new IllegalStateException("No tree has the letter " + letter);
        }

        private DB.TreeMapMaker<byte[], byte[]> in(DB db) {
            return db.treeMap(name())
                    .keySerializer(ENTRIES)
                    .valueSerializer(ENTRIES)
                    .maxNodeSize(entriesOfNode);
        }
    }

    /** Takes entries by rising key and makes one tree of them. */
    static final class Sink {
        private final DB.TreeMapSink<byte[], byte[]> sink;

        private Sink(DB.TreeMapSink<byte[], byte[]> sink) {
            this.sink = sink;
        }

        void put(byte[] key, byte[] value) {
            sink.put(key, Tree.seal(key, value));
        }
    }

    private Trees(DB db, Function<Name, BTreeMap<byte[], byte[]>> maps) {
        this.db = db;
        this.trees = new EnumMap<>(Name.class);
        for (Name name : Name.values()) {
            trees.put(
                    name,
                    new Tree(name.name().toLowerCase(java.util.Locale.ROOT), maps.apply(name)));
        }
    }

    static Trees open(StateVolume volume) {
        try {
            DB db = DBMaker.volumeDB(volume, true).make();
            return new Trees(db, name -> name.in(db).open());
        } catch (DBException e) {
            throw new StateDamage("The trees cannot be opened: " + e.getMessage(), e);
        }
    }

    Tree get(Name name) {
        return java.util.Objects.requireNonNull(trees.get(name));
    }

    /** Brings MapDB's own header up to date; to be called before the volume is frozen. */
    void commit() {
        db.commit();
    }

    /** Fills new trees, each from a sink. */
    static final class Building {
        private final DB db;
        private final Map<Name, Sink> sinks = new EnumMap<>(Name.class);

        Building(StateVolume volume) {
            db = DBMaker.volumeDB(volume, false).make();
            for (Name name : Name.values()) {
                sinks.put(name, new Sink(name.in(db).createFromSink()));
            }
        }

        Sink sink(Name name) {
            return java.util.Objects.requireNonNull(sinks.get(name));
        }

        void finish() {
            sinks.values().forEach(sink -> sink.sink.create());
            db.commit();
        }
    }
}
