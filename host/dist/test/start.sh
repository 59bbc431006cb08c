#!/bin/sh
# Claims about bin/weekbench, tried on a copy of the assembled folder: sh test/start.sh ../target/weekbench
set -u

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
home=$work/weekbench
weekbench=$home/bin/weekbench
cp -R "$1" "$home"
rm -rf "$home/cache"
export HOME="$work/person" XDG_CACHE_HOME="$work/person/cache"
mkdir "$HOME"
failures=0

# claim WHAT TEST…: runs TEST and says so when it fails
claim() {
    what=$1
    shift
    "$@" >"$work/out" 2>"$work/err" && return
    failures=$((failures + 1))
    echo "start.sh: it is not so that $what" >&2
    sed 's/^/    stdout: /' "$work/out" >&2
    sed 's/^/    stderr: /' "$work/err" >&2
}

says_its_version() { "$@" | grep -q '[0-9]\.[0-9]'; }

# A command that has to load some classes, whatever it answers in a home without data.
any_command() { "$weekbench" query no.table --home "$work/home" >/dev/null 2>&1; }
archives() { find "$home/cache" -name "*.$1" 2>/dev/null | wc -l; }
count_is() { [ "$(archives "$1")" -eq "$2" ]; }

mkdir "$work/工作 台"
cp -R "$home" "$work/工作 台/weekbench"
claim "it starts in a folder with a space and Chinese letters" says_its_version "$work/工作 台/weekbench/bin/weekbench" --version
rm -r "$work/工作 台"

ln -s "$weekbench" "$work/first"
mkdir "$work/bin"
ln -s ../first "$work/bin/second"
claim "it finds its folder through two links" says_its_version "$work/bin/second" --version
claim "asking for the version makes no archive" count_is jsa 0

refuses_an_older_java() {
    mkdir -p "$work/jdk-11/bin"
    echo 'JAVA_VERSION="11.0.2"' >"$work/jdk-11/release"
    printf '#!/bin/sh\nexit 3\n' >"$work/jdk-11/bin/java"
    chmod +x "$work/jdk-11/bin/java"
    said=$(JAVA_HOME="$work/jdk-11" "$weekbench" --version 2>&1)
    [ $? -eq 1 ] && [ "$said" = "weekbench: Java 17 or newer is needed; $work/jdk-11/bin/java is 11.0.2" ]
}
claim "it refuses an older Java in plain words" refuses_an_older_java

passes_options() { WEEKBENCH_OPTS='-Xmx64m -XX:+PrintCommandLineFlags' "$weekbench" --version | grep -q MaxHeapSize=67108864; }
claim "it passes WEEKBENCH_OPTS to the JVM" passes_options

any_command
claim "the first run records an archive" count_is new 1
any_command
claim "the second puts it into place" count_is jsa 1
claim "and records no other" count_is new 0

uses_the_archive() {
    WEEKBENCH_OPTS='-Xlog:class+load' "$weekbench" query no.table --home "$work/home" |
        grep -q 'io.weekbench.host.Main source: shared objects file (top)'
}
claim "the third maps it" uses_the_archive

rm -rf "$home/cache"
start_together() {
    pids=
    for _ in 1 2 3 4; do
        "$weekbench" query no.table --home "$work/home" >/dev/null 2>&1 &
        pids="$pids $!"
    done
    for pid in $pids; do wait "$pid"; done
    any_command
    count_is jsa 1 && count_is new 0
}
claim "runs that start together leave one archive" start_together

rm -rf "$home/cache"
any_command
for new in "$home"/cache/*.new; do
    chmod u+w "$new"
    : >"$new"
done
any_command
claim "the archive of a killed run is not used" count_is jsa 0

rm -rf "$home/cache"
echo "in the way" >"$home/cache"
claim "it starts where its folder takes no archive" says_its_version "$weekbench" --version
any_command
claim "and keeps the archive with the person's caches" \
    sh -c 'ls "$1"/weekbench/*.new' sh "$XDG_CACHE_HOME"
rm -rf "$XDG_CACHE_HOME"
echo "in the way" >"$XDG_CACHE_HOME"
claim "it starts where no folder takes an archive" says_its_version "$weekbench" --version

exit "$failures"
