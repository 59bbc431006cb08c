package io.weekbench.plugins.competitormatrix;

/** By which way something can be said of a value. */
enum Door {
    PERSON,
    HTTP,
    COMMAND_LINE,
    IMPORT,
    IMPORT_OF_EVIDENCE,
    SOURCE,
    ANOTHER_PLUGIN,
    UNDO
}
