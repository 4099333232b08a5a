# What packaging/run, packaging/test and .ci/run share: install what is missing, build, and say so in a line a step.
# Sourced by bash scripts that have set -euo pipefail.

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
logs=$root/build/log

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# step TITLE LOG COMMAND…: one line of progress; the command's output goes to build/log/LOG.log and its end is shown
# when the command fails.
step() {
    local title=$1 log=$logs/$2.log started=$SECONDS status=0
    shift 2
    printf '%s … ' "$title"
    "$@" >"$log" 2>&1 </dev/null 9>&- || status=$?
    if [ "$status" -eq 0 ]; then
        printf 'done in %d s\n' $((SECONDS - started))
        return
    fi
    printf 'failed\n'
    tail -n 40 "$log" >&2
    printf 'This is the end of %s.\n' "$log" >&2
    return "$status"
}

# The folder for what is built, and one set-up at a time in it. The lock is let go by `exec 9>&-`.
prepare_build_folder() {
    mkdir -p "$logs" 2>/dev/null && [ -w "$root/build" ] && [ -w "$logs" ] \
        || fail "$root/build belongs to another user; type: sudo chown -R $(id -un) '$root/build'"
    exec 9>"$root/build/.set-up.lock"
    flock 9
}

wanted_packages() { # [test]
    if [ "${1:-}" = test ]; then
        sed -n '/^#/d; s/^test: //; p' "$root/packaging/packages"
    else
        sed '/^#/d; /^test: /d' "$root/packaging/packages"
    fi
}

missing_packages() {
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p') || true # it fails when it does not know one
    comm -13 <(sort -u <<<"$installed") <(printf '%s\n' "$@" | sort -u)
}

apt() { # ARGUMENTS…, as root or through sudo
    local as=()
    if [ "$(id -u)" -ne 0 ]; then
        as=(sudo)
    fi
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"
}

may_install() {
    [ "$(id -u)" -eq 0 ] && return
    command -v sudo >/dev/null || return
    if [ -t 0 ] && [ -t 2 ]; then sudo -v; else sudo -n true 2>/dev/null; fi
}

install_packages() { # [test]
    local missing command
    command -v dpkg-query >/dev/null || fail "Atelier is built on Debian 12, and this machine has no dpkg."
    # A Node.js from elsewhere brings its own npm, and Debian's cannot be installed beside it.
    mapfile -t missing < <(missing_packages $(wanted_packages "$@") $(command -v npm >/dev/null || echo npm))
    [ "${#missing[@]}" -gt 0 ] || return 0
    command="apt-get install --no-install-recommends ${missing[*]}"
    may_install || fail "Atelier needs packages that only root can install; type as root: $command"
    step "Reading Debian's package lists" apt-update apt update \
        || fail "Debian's package lists cannot be read; see to the network, then type as root: apt-get update"
    step "Installing ${#missing[@]} Debian packages" apt-install apt install -y --no-install-recommends "${missing[@]}" \
        || fail "Debian's packages could not be installed; type as root: $command"
}

# npm's files are installed anew when the lock file is another than that of the last time.
install_npm_packages() {
    local folder=$root/resources/npm wanted
    wanted=$(sha256sum <"$folder/package-lock.json")
    [ "$(cat "$folder/node_modules/.installed" 2>/dev/null)" != "$wanted" ] || return 0
    step "Installing pinned npm packages" npm npm --prefix "$folder" ci --ignore-scripts \
        || fail "npm could not install what $folder/package-lock.json names; see to the network, then start again."
    printf '%s\n' "$wanted" >"$folder/node_modules/.installed"
}

# As many compilers as there are cores and as memory takes at 2 GB each.
build_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 2000000) }' /proc/meminfo)
    [ "$memory" -ge 1 ] || memory=1
    echo $((cores < memory ? cores : memory))
}

build() { # PRESET [TARGET…]
    local preset=$1
    shift
    cd "$root"
    step "Configuring the $preset build" "configure-$preset" cmake --preset "$preset"
    step "Building ($preset)" "build-$preset" ninja -C "build/$preset" -j "$(build_jobs)" "$@"
}

# The results are in build/log/tests-PRESET.xml; a failed test is not a failure of this step.
run_tests() { # PRESET [FOLDER IN THE BUILD [CTEST'S OPTIONS…]]
    local preset=$1 folder=${2:-.} results=$logs/tests-$1.xml
    shift $(($# < 2 ? $# : 2))
    rm -f "$results"
    step "Running the tests ($preset)" "tests-$preset" run_ctest "$results" --test-dir "$root/build/$preset/$folder" "$@"
}

# A test that fails is run once more: many of them kill, time and start processes, and a machine that others use can stall
# for seconds. What fails twice has failed.
run_ctest() { # RESULTS OPTIONS…
    local results=$1
    shift
    ctest "$@" --repeat until-pass:2 -j "$(nproc)" --no-tests=error --output-on-failure --test-output-size-passed 65536 --output-junit "$results" \
        || [ -s "$results" ]
}

set_up() { # [test]
    prepare_build_folder
    install_packages "$@"
    install_npm_packages
}
