package io.weekbench.host.http;

import io.javalin.config.RoutesConfig;
import io.weekbench.host.home.Home;
import io.weekbench.host.workbench.LiveWorkbench;

/** Every address there is. What is not in this table is a file of the web front end. */
final class Routes {
    private Routes() {}

    static void install(RoutesConfig routes, Home home, EventStream events, String version) {
        LiveWorkbench workbench = home.workbench();
        Status status = new Status(workbench, version);
        Trackers trackers = new Trackers(workbench);
        Tables tables = new Tables(workbench);
        Items items = new Items(workbench);
        Commits commits = new Commits(workbench);
        Transfers transfers = new Transfers(workbench);
        Files files = new Files(workbench);
        Store store = new Store(home.care());
        Plugins plugins = new Plugins(home.plugins());

        routes.before(Guard::check);
        routes.before(new Entrance(home.token())::check);

        routes.get("/api/v1/status", status::show);
        routes.get("/api/v1/trackers", trackers::list);
        routes.get("/api/v1/tables/{table}/items", tables::items);

        routes.get("/api/v1/items/{table}/{id}", items::get);
        routes.get("/api/v1/items/{table}/{id}/history", items::history);
        routes.get("/api/v1/items/{table}/{id}/referring", items::referring);

        routes.post("/api/v1/apply", commits::apply);
        routes.post("/api/v1/undo/{revision}", commits::undo);
        routes.get("/api/v1/commits", commits::since);
        routes.sse("/api/v1/commits/stream", events::open);

        routes.post("/api/v1/import/{table}", transfers::read);
        routes.get("/api/v1/export/{table}", transfers::write);

        routes.post("/api/v1/files", files::keep);
        routes.get("/api/v1/files/{sha256}", files::open);

        routes.get("/api/v1/plugins", plugins::list);
        routes.post("/api/v1/plugins", plugins::installZip);
        routes.post("/api/v1/plugins/{plugin}/install", plugins::install);
        routes.post("/api/v1/plugins/{plugin}/update", plugins::update);
        routes.post("/api/v1/plugins/{plugin}/remove", plugins::remove);
        routes.post("/api/v1/plugins/{plugin}/rollback", plugins::rollback);

        routes.get("/api/v1/backup", store::backup);
        routes.post("/api/v1/verify", store::verify);
        routes.post("/api/v1/purge", store::purge);
    }
}
