# shellcheck shell=bash
# Shared by the scripts beside it, which source it.

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
app=$root/server/target/quick
aot=$app/fraywatch.aot
# There once scripts/embeddings has added the embedding model.
embeddings=$root/indexer/embeddings/.added
jdk_wanted=25

die() {
  printf '%s\n' "$@" >&2
  exit 1
}

# jdk_version FOLDER: its major version, or 0 if it isn't a JDK.
jdk_version() {
  local version=0
  if [[ -x $1/bin/javac && -r $1/release && $(<"$1/release") =~ JAVA_VERSION=\"([0-9]+) ]]; then
    version=${BASH_REMATCH[1]}
  fi
  echo "$version"
}

# Sets JAVA_HOME to a JDK that is new enough.
find_jdk() {
  local home mac=
  if [[ -x /usr/libexec/java_home ]]; then
    mac=$(/usr/libexec/java_home -v "$jdk_wanted+" 2>/dev/null || true)
  fi
  for home in "${JAVA_HOME:-}" "$mac" /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/* /opt/* /opt/*/libexec/openjdk.jdk/Contents/Home; do
    if (($(jdk_version "$home") >= jdk_wanted)); then
      export JAVA_HOME=$home
      return
    fi
  done
  die "Fraywatch needs a JDK $jdk_wanted or newer and found none in JAVA_HOME, /usr/lib/jvm, ~/.sdkman or /opt." \
    "Install one, for instance Eclipse Temurin $jdk_wanted (sdk install java $jdk_wanted-tem; brew install --cask temurin@$jdk_wanted)," \
    "or set JAVA_HOME to the one you have."
}

need_maven() {
  command -v mvn >/dev/null ||
    die "Building Fraywatch needs Maven 3.8 or newer, and mvn isn't on the PATH." \
      "Install it, for instance with: apt-get install maven; brew install maven; sdk install maven"
}

# Runs Maven on the whole project with the JDK that find_jdk found.
maven() {
  # Maven 3.8 brings old libraries, about which a JDK 25 would warn.
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
    mvn --batch-mode --no-transfer-progress --file "$root/pom.xml" "$@"
}

# The same, saying on stderr what goes wrong and nothing else: Maven resets colours even when it is quiet.
maven_quietly() {
  maven --quiet "$@" 2>&1 | sed $'s/\e\\[[0-9;]*m//g' >&2
}

# The Maven profiles of the program.
profiles() {
  if [[ -f $embeddings ]]; then echo quick,embeddings; else echo quick; fi
}

is_built() {
  [[ -f $app/built && $(<"$app/built") == "$(profiles)" ]] &&
    [[ -z $(find "$root"/pom.xml "$root"/{indexer,server}/{pom.xml,src/main} "$root"/indexer/embeddings/{pom.xml,src/main} -newer "$app/built" -print -quit) ]]
}

# Builds the program into $app unless it's there and newer than its source.
build_once() {
  local log=$app/build.log start=$SECONDS
  if is_built; then return; fi
  need_maven
  mkdir -p "$app"
  exec 9>"$app/lock"
  if command -v flock >/dev/null; then flock 9; fi
  if ! is_built; then
    printf 'Building Fraywatch (once; the first time it also fetches its libraries) … ' >&2
    profiles >"$app/started"
    if [[ -f $app/built && $(<"$app/built") != "$(profiles)" ]]; then rm -rf "$app/lib"; fi
    if ! maven --quiet "-P$(profiles)" package >"$log" 2>&1; then
      printf 'failed\n' >&2
      tail -n 40 "$log" >&2
      die "Fraywatch could not be built; the whole log is in $log"
    fi
    mv "$app/started" "$app/built"
    printf '%d s\n' $((SECONDS - start)) >&2
  fi
  exec 9>&-
}

# The flags that a run and the AOT cache must have in common.
# -Xlog: stdout belongs to the program, so what the JVM itself has to say goes to stderr.
# The heap gives back what a big pass needed, and the memory of the JVM's own compilers is returned once a minute.
java_flags=(
  -Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders
  -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:-ShrinkHeapInSteps -XX:TrimNativeHeapInterval=60000
  --enable-native-access=ALL-UNNAMED
  -Xlog:disable "-Xlog:all=error,aot*=off:stderr"
)

# Text is UTF-8 for us, in arguments and file names too, whatever the locale says.
use_utf8() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
    *) export LC_ALL=C.UTF-8 ;;
  esac
}

# need_package PROGRAM PACKAGE WHAT: installs a Debian package if the program is missing and we may.
# Fails if it's still missing; with CI=true that ends the run.
need_package() {
  local PATH=$PATH:/usr/sbin
  if command -v "$1" >/dev/null; then return; fi
  if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
    echo "Installing $2 …"
    export DEBIAN_FRONTEND=noninteractive
    if apt-get -qq update && apt-get -qq install -y --no-install-recommends "$2" >/dev/null && command -v "$1" >/dev/null; then
      return
    fi
  fi
  if [[ ${CI:-} == true ]]; then
    die "$1 is missing and $2 could not be installed, so $3 can't run"
  fi
  echo "skipped: $3, because $1 isn't installed (apt-get install $2)"
  return 1
}
