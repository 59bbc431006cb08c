package io.weekbench.api;

/**
 * One thing said in both languages; made by whoever speaks to a person.
 *
 * @param en English
 * @param zh Chinese
 */
public record Text(String en, String zh) {}
