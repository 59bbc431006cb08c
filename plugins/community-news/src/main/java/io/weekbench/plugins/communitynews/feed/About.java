package io.weekbench.plugins.communitynews.feed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What feeds, their entries and the sources of entries all may say of themselves, whatever their
 * format calls it.
 *
 * @param id as given; empty where none is
 * @param summary also called description, tagline, subtitle, abstract
 * @param rights also called copyright
 * @param generator the program that made it
 * @param image the address and the title of a picture for it
 */
public record About(
        String id,
        Markup title,
        Markup summary,
        Markup rights,
        List<Link> links,
        List<Person> authors,
        List<Person> contributors,
        List<Category> categories,
        Stamp published,
        Stamp updated,
        Stamp created,
        String generator,
        String language,
        Link image) {

    public About {
        links = List.copyOf(links);
        authors = List.copyOf(authors);
        contributors = List.copyOf(contributors);
        categories = List.copyOf(categories);
    }

    /** Where a person reads it; the id where that is an address and no link is given. */
    public Optional<String> link() {
        return Stream.concat(alternates(), Stream.of(id).filter(About::isWebAddress)).findFirst();
    }

    private Stream<String> alternates() {
        return links.stream()
                .filter(link -> link.rel().equals(Link.ALTERNATE))
                .map(Link::href)
                .filter(href -> !href.isEmpty());
    }

    /** Where a program reads it. */
    public Optional<String> self() {
        return links.stream()
                .filter(link -> link.rel().equals(Link.SELF))
                .map(Link::href)
                .filter(About::isWebAddress)
                .findFirst();
    }

    private static boolean isWebAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }
}
