# Options, the configuration file, and how this program speaks.

agent_version=1

usage() {
    cat <<'TEXT'
Usage: cache-audit-agent --server URL [OPTION]…

Collects the cache configuration of this host, masks its secrets and sends it to cache-audit.

  --server URL         the service, http:// or https://
  --host NAME          the name to send (default: the host's own full name)
  --dry-run            print the body that would be sent, byte for byte, and send nothing
  --root DIR           read an unpacked host or sosreport instead of this one; runs no tools
  --state DIR          where the last set is kept (default /var/lib/cache-audit-agent)
  --interval SECONDS   how often this program is run, told to the service (default 3600)
  --retry-for SECONDS  how long one run tries to reach the service (default 2400)
  --retry-wait SECONDS the longest pause between two tries (default 300)
  --token-file FILE    holds a bearer token
  --ca-file FILE       certificates that the service's is checked against
  --config FILE        key=value lines (default /etc/cache-audit-agent.conf, if it is there)
  --help, --version

The configuration file knows the same names without dashes in front (server=…, token-file=…), and cluster=NAME and
label.NAME=VALUE, which are sent among the facts of the host. An option beats it.

Exit codes: 0 the service has this host's documents · 1 the service refused them · 2 wrong usage or configuration ·
3 the service was not reached in time, the set is kept · 4 nothing could be collected or masked, nothing was sent ·
5 another run is under way
TEXT
}

say() { printf 'cache-audit-agent: %s\n' "$*" >&2; }

# Ends the run; also from within a subshell, whose end alone the run could miss.
die() { # CODE TEXT
    say "$2"
    [ -z "${work-}" ] || printf '%s\n' "$1" >"$work/failed"
    exit "$1"
}

is_number() {
    case $1 in
        '' | *[!0-9]* | ??????????*) return 1 ;;
    esac
}

# Sets one setting by the name it has on the command line; false where there is none of that name.
set_option() { # NAME VALUE
    case $1 in
        server) server=$2 ;;
        host) host=$2 ;;
        root) root=$2 ;;
        state) state=$2 ;;
        interval) interval=$2 ;;
        retry-for) retry_for=$2 ;;
        retry-wait) retry_wait=$2 ;;
        token-file) token_file=$2 ;;
        ca-file) ca_file=$2 ;;
        config) config=$2 ;;
        *) return 1 ;;
    esac
}

read_options() {
    while [ $# -gt 0 ]; do
        case $1 in
            --help) usage && exit 0 ;;
            --version) echo "cache-audit-agent $agent_version" && exit 0 ;;
            --dry-run) dry_run=yes ;;
            --*=*)
                read_name=${1%%=*}
                set_option "${read_name#--}" "${1#*=}" || die 2 "unknown option $read_name; --help lists them"
                ;;
            --*)
                [ $# -gt 1 ] || die 2 "$1: unknown, or its value is missing; --help lists the options"
                set_option "${1#--}" "$2" || die 2 "unknown option $1; --help lists them"
                shift
                ;;
            *) die 2 "expected an option, found $1" ;;
        esac
        shift
    done
}

trimmed() {
    printf '%s\n' "$1" | sed 's/^[[:space:]]*//; s/[[:space:]]*$//'
}

# The file is parsed, never run.
read_config() { # FILE
    config_number=0
    while IFS= read -r config_line || [ -n "$config_line" ]; do
        config_number=$((config_number + 1))
        config_line=$(trimmed "$config_line")
        case $config_line in
            '' | '#'*) continue ;;
            *=*) ;;
            *) die 2 "$1:$config_number: expected key=value" ;;
        esac
        config_key=$(trimmed "${config_line%%=*}")
        config_value=$(trimmed "${config_line#*=}")
        case $config_key in
            cluster) cluster=$config_value ;;
            label.?*) labels="$labels${config_key#label.}=$config_value
" ;;
            config) die 2 "$1:$config_number: config stands on the command line only" ;;
            *) set_option "$config_key" "$config_value" || die 2 "$1:$config_number: unknown key $config_key" ;;
        esac
    done <"$1"
}

read_settings() {
    server= host= root= state=/var/lib/cache-audit-agent interval=3600 retry_for=2400 retry_wait=300
    token_file= ca_file= cluster= labels= dry_run= config=
    read_options "$@"
    if [ -n "$config" ]; then
        [ -r "$config" ] || die 2 "$config: cannot be read"
    elif [ -r /etc/cache-audit-agent.conf ]; then
        config=/etc/cache-audit-agent.conf
    fi
    if [ -n "$config" ]; then
        read_config "$config"
        read_options "$@"
    fi
    check_settings
}

check_settings() {
    for check_number in "$interval" "$retry_for" "$retry_wait"; do
        is_number "$check_number" || die 2 "expected a number of seconds, found $check_number"
    done
    server=${server%/}
    case $server in
        *[!A-Za-z0-9.:/_~%@\[\]-]*) die 2 "the server's address holds a character that stands in none" ;;
        http://?* | https://?*) ;;
        '') [ -n "$dry_run" ] || die 2 "no server: give --server URL, or server=URL in the configuration file" ;;
        *) die 2 "the server's address begins with neither http:// nor https://" ;;
    esac
    for check_file in "$token_file" "$ca_file"; do
        [ -z "$check_file" ] || [ -r "$check_file" ] || die 2 "$check_file: cannot be read"
    done
    case $token_file,$server in
        ,* | *,https://* | *,http://127.0.0.1[:/]* | *,http://localhost[:/]* | *,http://\[::1\]*) ;;
        *) [ -n "$dry_run" ] || die 2 "a token is sent over https:// only" ;;
    esac
    root=${root%/}
    if [ -n "$root" ]; then
        [ -d "$root" ] || die 2 "$root: is no directory"
        root=$(cd -P -- "$root" && pwd -P) || die 2 "$root: cannot be entered"
    fi
    [ -n "$host" ] || host=$(own_name) || exit
    host=$(printf '%s' "$host" | tr '[:upper:]' '[:lower:]')
    is_host_name "$host" || die 2 "the name of this host is none the service takes: give --host NAME"
}

is_host_name() {
    case $1 in
        '' | [.-]* | *[!a-z0-9._-]*) return 1 ;;
    esac
    [ ${#1} -le 253 ]
}

# The name of an unpacked host stands in its files; the running one is asked.
own_name() {
    if [ -n "$root" ]; then
        for own_file in /etc/hostname /hostname; do
            locate "$own_file"
            [ "$location" = there ] && [ -f "$located" ] || continue
            own_found=$(sed -n '1s/[[:space:]]*$//p' <"$located" | tr '[:upper:]' '[:lower:]')
            is_host_name "$own_found" && printf '%s\n' "$own_found" && return
        done
        [ -n "$dry_run" ] || die 2 "$root holds no name of its host: give --host NAME"
        echo candidate
        return
    fi
    own_found=$(hostname -f 2>/dev/null)
    case $own_found in
        '' | localhost | localhost.*) uname -n ;;
        *) printf '%s\n' "$own_found" ;;
    esac
}
