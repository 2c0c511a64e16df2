# Where a path of the host stands: below --root as that host would follow its links, else below a process's own root.

largest_file=16777216

# The target of a symbolic link; the POSIX way, for readlink is not everywhere.
link_target() { # PATH
    link_line=$(ls -ldn -- "$1" 2>/dev/null && echo .) || return 1
    link_line=${link_line%
.}
    case $link_line in
        *"$1 -> "*) printf '%s' "${link_line#*"$1 -> "}" ;;
        *) return 1 ;;
    esac
}

# Sets location to there, absent, broken (a link to nothing) or closed (nobody may look), and located to the real path.
locate() { # PATH, of the host
    if [ -n "$root" ]; then
        locate_below_root "$1"
        return
    fi
    located=${view-}$1
    if [ -e "$located" ]; then
        location=there
    elif may_look "$located"; then
        location=absent
    else
        location=closed
    fi
}

# Whether the nearest directory above that exists lets us see what it holds.
may_look() { # PATH
    look=${1%/*}
    while [ -n "$look" ] && [ ! -d "$look" ]; do
        look=${look%/*}
    done
    [ -x "${look:-/}" ]
}

locate_below_root() { # PATH
    walk_todo=${1#/} walked= walk_links=0
    while [ -n "$walk_todo" ]; do
        walk_part=${walk_todo%%/*}
        case $walk_todo in
            */*) walk_todo=${walk_todo#*/} ;;
            *) walk_todo= ;;
        esac
        case $walk_part in
            '' | .) continue ;;
            ..)
                walked=${walked%/*}
                continue
                ;;
        esac
        if [ -L "$root$walked/$walk_part" ]; then
            walk_links=$((walk_links + 1))
            walk_target=$(link_target "$root$walked/$walk_part" && echo .) || walk_links=41
            walk_target=${walk_target%.}
            if [ "$walk_links" -gt 40 ]; then
                location=broken
                return
            fi
            case $walk_target in
                /*) walked= ;;
            esac
            walk_todo=$walk_target/$walk_todo
        elif [ -e "$root$walked/$walk_part" ]; then
            walked=$walked/$walk_part
        else
            location=absent
            [ "$walk_links" -eq 0 ] || location=broken
            may_look "$root$walked/$walk_part" || location=closed
            return
        fi
    done
    located=$root$walked location=there
}

has_directory() { # PATH
    locate "$1"
    [ "$location" = there ] && [ -d "$located" ]
}

# Calls COMMAND for the path of each file of a directory that a pattern matches, by name. Paths can hold anything.
each_file() { # DIRECTORY PATTERN COMMAND ARGUMENT…
    each_directory=$1 each_pattern=$2
    shift 2
    has_directory "$each_directory" || return 0
    each_located=$located
    set +f
    # shellcheck disable=SC2086 # the pattern is one
    for each_path in "$each_located"/$each_pattern; do
        set -f
        if [ -e "$each_path" ] || [ -L "$each_path" ]; then
            "$@" "$each_directory/${each_path##*/}"
        fi
    done
    set -f
}
