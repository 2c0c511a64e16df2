# nova.conf and what stands beside it, in the order nova-compute reads them.

collect_nova() {
    : >"$work/nova-files"
    : >"$work/nova.conf.all"
    view=
    if [ -n "$root" ]; then
        nova_files_by_default
    else
        nova_files_of_process
    fi
    # A file that is read twice counts where it is read last.
    awk '{ line[NR] = $0; last[$0] = NR } END { for (i = 1; i <= NR; i++) if (last[line[i]] == i) print line[i] }' \
        "$work/nova-files" >"$work/nova-order"
    while IFS=$tab read -r nova_speak nova_path; do
        add_file nova.conf "$nova_speak" "$nova_path"
    done <"$work/nova-order"
    view=
}

nova_file() { # absent|- PATH
    case $2 in
        *"
"*) say "$(shown "$2"): its name cannot be sent, it is left out" ;;
        *) printf '%s\t%s\n' "$1" "$2" >>"$work/nova-files" ;;
    esac
}

nova_files_by_default() {
    nova_default_files
    nova_default_directories
}

nova_default_files() {
    nova_absent=absent
    [ -z "$root" ] || [ "$whole" = yes ] || nova_absent=-
    nova_file "$nova_absent" /etc/nova/nova.conf
    nova_file "$nova_absent" /etc/nova/nova-compute.conf
}

nova_default_directories() {
    each_file /etc/nova/nova.conf.d '*.conf' nova_file -
    each_file /etc/nova/nova-compute.conf.d '*.conf' nova_file -
}

# Either option on the command line replaces its own defaults; what is left of the defaults is read before the line.
nova_files_of_process() {
    nova_pid=$(nova_process)
    if [ -z "$nova_pid" ]; then
        say "nova-compute does not run: its usual files are read"
        nova_files_by_default
        return
    fi
    arguments_of "/proc/$nova_pid" >"$work/nova-arguments"
    ! [ -d "/proc/$nova_pid/root/etc" ] || view=/proc/$nova_pid/root
    grep -q -e '^--config-file' "$work/nova-arguments" || nova_default_files
    grep -q -e '^--config-dir' "$work/nova-arguments" || nova_default_directories
    nova_option=
    while IFS= read -r nova_argument; do
        case $nova_option$nova_argument in
            --config-file=*) nova_file absent "$(nova_absolute "${nova_argument#--config-file=}")" ;;
            --config-dir=*) each_file "$(nova_absolute "${nova_argument#--config-dir=}")" '*.conf' nova_file - ;;
        esac
        case $nova_argument in
            --config-file | --config-dir) nova_option=$nova_argument= ;;
            *) nova_option= ;;
        esac
    done <"$work/nova-arguments"
}

nova_absolute() { # PATH
    case $1 in
        *=/*) printf '%s\n' "${1#*=}" ;;
        /*) printf '%s\n' "$1" ;;
        *) printf '%s\n' "$(link_target "/proc/$nova_pid/cwd")/$1" ;;
    esac
}

# The eldest nova-compute: its workers have the same command line.
nova_process() {
    set +f
    grep -l nova-compute /dev/null /proc/[0-9]*/cmdline 2>/dev/null | sed 's/[^0-9]//g' | sort -n >"$work/nova-candidates"
    set -f
    while read -r nova_candidate; do
        if arguments_of "/proc/$nova_candidate" | sed 2q | grep -q '^\(.*/\)*nova-compute$'; then
            printf '%s\n' "$nova_candidate"
            break
        fi
    done <"$work/nova-candidates"
}
