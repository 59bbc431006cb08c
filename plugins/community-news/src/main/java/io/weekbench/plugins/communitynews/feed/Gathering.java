package io.weekbench.plugins.communitynews.feed;

import io.weekbench.plugins.communitynews.feed.Vocabulary.Word;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the children of one element (a channel, a feed, an item, an entry, a source) say of
 * it. What a format says in its own words goes before what a module says; of several the first
 * counts, except that links, people and categories are all taken.
 */
final class Gathering {
    private final Element element;
    private final String document;
    private final String own;
    private final Map<Word, List<Element>> said = new EnumMap<>(Word.class);
    private final List<Element> links = new ArrayList<>();

    /**
     * @param document the address the feed was read from; empty where it is not known
     */
    Gathering(Element element, String document) {
        this.element = element;
        this.document = document;
        this.own = Xml.namespace(element);
        gather(true);
        gather(false);
    }

    private void gather(boolean core) {
        for (Element child : element.children()) {
            if (isCore(child) == core) {
                Word word = Vocabulary.word(Xml.namespace(child), Xml.localName(child), own);
                said.computeIfAbsent(word, key -> new ArrayList<>()).add(child);
                if (word == Word.LINK || word == Word.ENCLOSURE) {
                    links.add(child);
                }
            }
        }
    }

    private boolean isCore(Element child) {
        String namespace = Xml.namespace(child);
        return Vocabulary.isCore(namespace) || namespace.equals(own);
    }

    About about() {
        return new About(
                id(),
                markup(Word.TITLE),
                summary(),
                markup(Word.RIGHTS),
                links(),
                people(Word.AUTHOR),
                people(Word.CONTRIBUTOR),
                categories(),
                stamp(Word.PUBLISHED, ""),
                stamp(Word.UPDATED, "lastmod"),
                stamp(Word.CREATED, ""),
                text(Word.GENERATOR),
                text(Word.LANGUAGE),
                image());
    }

    Entry entry() {
        return new Entry(about(), contents(), text(Word.COMMENTS), source());
    }

    private List<Element> all(Word word) {
        return said.getOrDefault(word, List.of());
    }

    private String text(Word word) {
        return text(all(word).stream());
    }

    private static String text(Stream<Element> elements) {
        return elements.map(TextConstruct::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What RDF calls it goes before what Dublin Core does: that names the paper, not the entry. */
    private String id() {
        String about = Xml.attribute(element, "about");
        String id = text(all(Word.ID).stream().filter(this::isCore));
        return !id.isEmpty() ? id : !about.isEmpty() ? about : text(Word.ID);
    }

    private Markup markup(Word word) {
        return all(word).stream().map(this::markup).findFirst().orElse(Markup.NONE);
    }

    private Markup markup(Element one) {
        return TextConstruct.read(one, Xml.base(one, document));
    }

    private Markup summary() {
        Markup summary = markup(Word.SHORT_SUMMARY);
        return summary.isEmpty() ? markup(Word.SUMMARY) : summary;
    }

    /** Where somebody writes a summary beside the description, the description is the whole. */
    private List<Markup> contents() {
        List<Markup> contents =
                new ArrayList<>(all(Word.CONTENT).stream().map(this::markup).toList());
        if (!markup(Word.SHORT_SUMMARY).isEmpty()) {
            all(Word.SUMMARY).forEach(one -> contents.add(markup(one)));
        }
        return contents;
    }

    private List<Link> links() {
        List<Link> all = new ArrayList<>();
        String href = Xml.attribute(element, "href");
        if (!href.isEmpty()) {
            all.add(Link.alternate(href));
        }
        for (Element one : links) {
            all.add(Xml.localName(one).equals(Link.ENCLOSURE) ? enclosure(one) : link(one));
        }
        permalink().ifPresent(all::add);
        return all;
    }

    private Link link(Element one) {
        String href = Xml.attribute(one, "href");
        String rel = Xml.attribute(one, "rel").toLowerCase(Locale.ROOT);
        return new Link(
                rel.isEmpty() ? Link.ALTERNATE : rel,
                Xml.attribute(one, "type"),
                whole(one, href.isEmpty() ? TextConstruct.text(one) : href),
                Xml.attribute(one, "title"),
                Xml.attribute(one, "length"));
    }

    private Link enclosure(Element one) {
        return new Link(
                Link.ENCLOSURE,
                Xml.attribute(one, "type"),
                whole(one, Xml.attribute(one, "url")),
                "",
                Xml.attribute(one, "length"));
    }

    /** A guid is an address unless it says that it is none, RSS 2.0. */
    private Optional<Link> permalink() {
        return all(Word.ID).stream()
                .filter(one -> Xml.localName(one).equals("guid"))
                .filter(one -> !Xml.attribute(one, "isPermaLink").equalsIgnoreCase("false"))
                .map(TextConstruct::text)
                .filter(text -> text.startsWith("http"))
                .map(Link::alternate)
                .findFirst();
    }

    private String whole(Element one, String link) {
        return Links.resolve(Xml.base(one, document), link);
    }

    private List<Person> people(Word word) {
        return all(word).stream().map(this::person).filter(one -> !one.isNobody()).toList();
    }

    private Person person(Element one) {
        if (one.children().isEmpty()) {
            return Person.parse(TextConstruct.text(one));
        }
        return new Person(
                child(one, "name"),
                child(one, "email"),
                whole(one, child(one, "uri", "url", "homepage")));
    }

    private static String child(Element parent, String... names) {
        for (Element child : parent.children()) {
            for (String name : names) {
                if (Xml.localName(child).equals(name)) {
                    return TextConstruct.text(child);
                }
            }
        }
        return "";
    }

    private List<Category> categories() {
        return all(Word.CATEGORY).stream()
                .map(Gathering::category)
                .filter(one -> !one.called().isEmpty())
                .toList();
    }

    private static Category category(Element one) {
        String term = Xml.attribute(one, "term");
        String scheme = Xml.attribute(one, "scheme");
        return new Category(
                term.isEmpty() ? TextConstruct.text(one) : term,
                scheme.isEmpty() ? Xml.attribute(one, "domain") : scheme,
                Xml.attribute(one, "label"));
    }

    private Stamp stamp(Word word, String attribute) {
        String written = text(word);
        String text = written.isEmpty() ? Xml.attribute(element, attribute) : written;
        return text.isEmpty() ? Stamp.NONE : Stamp.of(text);
    }

    private Link image() {
        Element image = all(Word.IMAGE).stream().findFirst().orElse(null);
        if (image == null) {
            return Link.alternate("");
        }
        String url = image.children().isEmpty() ? TextConstruct.text(image) : child(image, "url");
        return new Link("", "", whole(image, url), child(image, "title"), "");
    }

    /** Atom's is a feed in small; that of RSS is a title and an address. */
    private @Nullable About source() {
        Element source = all(Word.SOURCE).stream().findFirst().orElse(null);
        return source == null ? null : new Gathering(source, document).about();
    }
}
