package io.weekbench.host.http;

import static io.weekbench.host.http.Route.get;
import static io.weekbench.host.http.Route.post;

import io.javalin.http.sse.SseHandler;
import io.weekbench.host.home.Home;
import io.weekbench.host.workbench.LiveWorkbench;
import java.util.List;

/** Every address there is. What is not in this table is a file of the web front end. */
final class Routes {
    private static final String V1 = "/api/v1";
    private static final List<String> FORMATS =
            List.of("csv", "xlsx", "md", "html", "json", "jsonl");
    private static final String AS_OF = "A revision, a day (its end, UTC) or a time; else now.";
    private static final String WHERE = "A CEL expression over the fields: state == 'planned'";

    private static final String TEXT = "Words to be found somewhere in the item.";
    private static final String FIGURE = "field,field: worked out for each group.";
    private static final String SEEN = "Waits, for a while, until this revision is known.";

    private Routes() {}

    static List<Route> all(Home home, EventStream events, String version) {
        LiveWorkbench workbench = home.workbench();
        Status status = new Status(workbench, version);
        Trackers trackers = new Trackers(workbench);
        Searches searches = new Searches(workbench);
        Comparisons comparisons = new Comparisons(workbench);
        Items items = new Items(workbench);
        Commits commits = new Commits(workbench);
        Transfers transfers = new Transfers(workbench);
        Files files = new Files(workbench);
        Store store = new Store(home.care());
        Plugins plugins = new Plugins(home.plugins());
        Weeks weeks = new Weeks(workbench);
        ReportPages reports = new ReportPages(workbench);
        Sources sources = new Sources(home.sources());
        Samples samples = new Samples(home.sample(), workbench);

        return List.of(
                get(V1 + "/status", "How the host is.").answers("Status").by(status::show),
                get(V1 + "/trackers", "The trackers, with their tables, fields and views.")
                        .answers("Trackers")
                        .by(trackers::list),
                get(V1 + "/tables/{table}/items", "A page of a table.")
                        .text("where", WHERE)
                        .text("text", TEXT)
                        .text("sort", "field,-field: rising, falling.")
                        .number("offset", "Passes over the first so many.")
                        .number("limit", "At most so many; 100 if it is not said.")
                        .text("asOf", AS_OF)
                        .number("seen", SEEN)
                        .answers("Page")
                        .by(searches::items),
                get(V1 + "/tables/{table}/groups", "A table in groups of equal values.")
                        .text("by", "field,field: what makes a group.")
                        .text("where", WHERE)
                        .text("text", TEXT)
                        .text("sum", FIGURE)
                        .text("avg", FIGURE)
                        .text("min", FIGURE)
                        .text("max", FIGURE)
                        .text("asOf", AS_OF)
                        .number("seen", SEEN)
                        .answers("Groups")
                        .by(searches::groups),
                get(V1 + "/tables/{table}/moments", "When a table changed, oldest first.")
                        .number(
                                "limit",
                                "At most so many, spread over its past; 120 if it is not said.")
                        .answers("Moments")
                        .by(comparisons::moments),
                get(V1 + "/tables/{table}/compare", "What is different between two moments.")
                        .text("from", "A revision, a day (its end, UTC) or a time.")
                        .text("to", AS_OF)
                        .text("where", WHERE + ", at either moment")
                        .text("sort", "field,-field: rising, falling.")
                        .number("offset", "Passes over the first so many.")
                        .number("limit", "At most so many; 100 if it is not said.")
                        .answers("Comparison")
                        .by(comparisons::compare),
                get(V1 + "/search", "Words in all tables, the best first.")
                        .text("text", TEXT)
                        .text("tables", "table,table: only there.")
                        .number("limit", "At most so many; 20 if it is not said.")
                        .number("seen", SEEN)
                        .answers("Hits")
                        .by(searches::search),
                get(V1 + "/items/{table}/{id}", "One item.")
                        .text("asOf", AS_OF)
                        .answers("Item")
                        .by(items::get),
                get(V1 + "/items/{table}/{id}/history", "All versions of an item, newest first.")
                        .answers("History")
                        .by(items::history),
                get(V1 + "/items/{table}/{id}/referring", "The items that refer to this one.")
                        .number("offset", "Passes over the first so many.")
                        .number("limit", "At most so many; 100 if it is not said.")
                        .text("asOf", AS_OF)
                        .answers("Referring")
                        .by(items::referring),
                post(V1 + "/apply", "Creates, updates and deletes items: all of it or nothing.")
                        .flag("preview", "Says what would change, and writes nothing.")
                        .takes("Submission")
                        .answers("Outcome")
                        .by(commits::apply),
                post(V1 + "/undo/{revision}", "Takes a step back, by any of its commits.")
                        .flag("preview", "Says what would change, and writes nothing.")
                        .answers("Outcome")
                        .by(commits::undo),
                get(
                                V1 + "/commits",
                                "What happened, oldest first; goes on from the revision it answers.")
                        .number("since", "After this revision.")
                        .number("limit", "At most so many; 100 if it is not said.")
                        .answers("Commits")
                        .by(commits::since),
                get(
                                V1 + "/commits/stream",
                                "What happens, as server-sent events: commit; plugins (data {})"
                                        + " when a plugin came or went; reset.")
                        .number("since", "After this revision; Last-Event-ID goes before it.")
                        .answers("text/event-stream")
                        .by(new SseHandler(events::open)),
                get(V1 + "/importers", "The importers of the plugins.")
                        .answers("Importers")
                        .by(transfers::importers),
                post(V1 + "/import", "Brings a file into the tables of an importer.")
                        .flag("dryRun", "Says what would change, and writes nothing.")
                        .text("name", "Of the file.")
                        .text("as", "The id of the importer; else the one that knows the file.")
                        .choice("format", FORMATS, "Of no use to an importer.")
                        .text("map", "Of no use to an importer.")
                        .text("encoding", "Of no use to an importer.")
                        .takes("application/octet-stream")
                        .answers("ImportReport")
                        .by(transfers::readAny),
                post(V1 + "/import/{table}", "Brings a file in by its natural key.")
                        .choice("format", FORMATS, "Found out if it is not said.")
                        .text("as", "The id of an importer that writes this table.")
                        .flag("dryRun", "Says what would change, and writes nothing.")
                        .text("name", "Of the file.")
                        .text("map", "HEADER=FIELD, HEADER=- passes over it; may be repeated.")
                        .text("encoding", "Of the file; else found out.")
                        .takes("application/octet-stream")
                        .answers("ImportReport")
                        .by(transfers::read),
                get(V1 + "/export/{table}", "A table or view as a file.")
                        .choice("format", FORMATS, "csv if it is not said.")
                        .text("columns", "field,field: those alone, in this order.")
                        .text("where", WHERE)
                        .text("sort", "field,-field: rising, falling.")
                        .text("asOf", AS_OF)
                        .choice(
                                "words",
                                List.of("ids", "en", "zh"),
                                "Whose words headers, choices and references are written in.")
                        .flag("mark", "Begins with a byte order mark, for Excel.")
                        .flag("identified", "With the columns #id and #revision; true if not said.")
                        .answers("text/csv")
                        .by(transfers::write),
                post(V1 + "/files", "Keeps a file, for an item to refer to.")
                        .text("name", "Of the file, without a path.")
                        .takes("application/octet-stream")
                        .answers("Attachment")
                        .by(files::keep),
                get(V1 + "/files/{sha256}", "A file that was kept, as a download.")
                        .text("name", "To save it under.")
                        .answers("application/octet-stream")
                        .by(files::open),
                get(V1 + "/plugins", "The plugins installed and to be had.")
                        .answers("Plugins")
                        .by(plugins::list),
                post(V1 + "/plugins", "Installs a plugin from its zip.")
                        .takes("application/zip")
                        .answers("PluginAnswer")
                        .by(plugins::installZip),
                post(V1 + "/plugins/{plugin}/install", "Installs a plugin of the catalogue.")
                        .answers("PluginAnswer")
                        .by(plugins::install),
                post(V1 + "/plugins/{plugin}/update", "Brings a plugin to its newest version.")
                        .answers("PluginAnswer")
                        .by(plugins::update),
                post(V1 + "/plugins/{plugin}/remove", "Removes a plugin; its data stays readable.")
                        .answers("PluginAnswer")
                        .by(plugins::remove),
                post(V1 + "/plugins/{plugin}/rollback", "Puts the version before back.")
                        .answers("PluginAnswer")
                        .by(plugins::rollback),
                get(V1 + "/plugins/{plugin}/web/{file}", "What a plugin brings for the browser.")
                        .text("version", "Has the file of another version fetched anew.")
                        .answers("text/javascript")
                        .by(plugins::file),
                get(V1 + "/sample", "How much the trackers installed bring to look at.")
                        .answers("Sample")
                        .by(samples::show),
                post(V1 + "/sample", "Puts the samples of the trackers installed into this home.")
                        .answers("Sample")
                        .by(samples::fill),
                get(V1 + "/week", "The prepared page of a week, of all trackers.")
                        .text("date", "Any day of the week: 2026-08-17; else today.")
                        .answers("Week")
                        .by(weeks::show),
                get(V1 + "/reports", "The reports the trackers make, and what each is told.")
                        .answers("Reports")
                        .by(reports::list),
                get(V1 + "/reports/{tracker}/{report}", "A report, made now or as of a past day.")
                        .text("input", "NAME=VALUE, what it is told; may be repeated.")
                        .text("asOf", AS_OF)
                        .choice("format", List.of("json", "md", "html"), "json if not said.")
                        .choice("words", List.of("en", "zh"), "Of md and html; en if not said.")
                        .answers("Report")
                        .by(reports::show),
                get(V1 + "/sources", "Where news comes from by itself, and how that goes.")
                        .answers("Sources")
                        .by(sources::list),
                post(V1 + "/sources/{tracker}/{source}/poll", "Polls a source now.")
                        .answers("Sources")
                        .by(sources::poll),
                get(V1 + "/backup", "Everything up to now in one zip, while work goes on.")
                        .answers("application/zip")
                        .by(store::backup),
                post(V1 + "/verify", "Reads every checksum; who writes waits.")
                        .answers("Findings")
                        .by(store::verify),
                post(V1 + "/purge", "Takes items or whole steps out of the store for good.")
                        .flag("preview", "Says what would go, and takes nothing.")
                        .takes("PurgeRequest")
                        .answers("Purged")
                        .by(store::purge));
    }
}
