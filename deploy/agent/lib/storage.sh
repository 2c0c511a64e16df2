# Mounts, block devices and gluster volumes.

has() { # TOOL WHAT IS MISSED
    command -v "$1" >/dev/null && return
    say "$1 is not installed: $2"
    return 1
}

# A tool that hangs must not hold up the rest; without timeout it is waited for.
bounded() { # COMMAND ARGUMENT…
    if command -v timeout >/dev/null; then
        timeout 60 "$@"
    else
        "$@"
    fi
}

# The output of a tool as a document; a tool that fails is reported and leaves no document.
add_output() { # KIND LABEL COMMAND ARGUMENT…
    output_kind=$1 output_label=$2
    shift 2
    if bounded "$@" >"$work/raw" 2>"$work/tool.log" </dev/null && [ -s "$work/raw" ]; then
        add_present "$output_kind" "$output_label"
    else
        say "$1: $(head -n 1 "$work/tool.log"): there is no $output_label"
    fi
}

# What a collector put beside its commands has a label in place of a path of the host.
sos_files() { # DIRECTORY PATTERN KIND
    each_file "/$1" "$2" sos_file "$3"
}

sos_file() { # KIND /PATH
    locate "$2"
    case $location in
        there) add_located "$1" "${2#/}" ;;
        absent) ;;
        *) add_unreadable "$1" "${2#/}" "cannot be read" ;;
    esac
}

# The first of several places that has something.
first_of() { # KIND PATH OR LABEL…
    first_kind=$1
    shift
    first_before=$number
    for first_place in "$@"; do
        [ "$number" -eq "$first_before" ] || return 0
        case $first_place in
            /*) add_file "$first_kind" - "$first_place" ;;
            *) sos_file "$first_kind" "/$first_place" ;;
        esac
    done
    [ "$number" -ne "$first_before" ]
}

collect_volumes() {
    if [ -z "$root" ] && has gluster "volumes are read from glusterd's files" &&
        bounded gluster --mode=script --log-file=/dev/null volume list >"$work/volumes" 2>/dev/null </dev/null; then
        if [ -s "$work/volumes" ]; then
            add_output gluster-volume gluster_volume_info gluster --mode=script --log-file=/dev/null volume info
        fi
        while IFS= read -r volume; do
            add_output gluster-volume "gluster_volume_get_${volume}_all" gluster --mode=script --log-file=/dev/null volume get "$volume" all
        done <"$work/volumes"
        return
    fi
    each_file /var/lib/glusterd/vols '*' volume_file
    if [ -n "$root" ]; then
        sos_files sos_commands/gluster gluster_volume_info gluster-volume
        sos_files sos_commands/gluster 'gluster_volume_get_*_all' gluster-volume
    fi
}

volume_file() { # DIRECTORY
    add_file gluster-volume - "$1/info"
}

collect_storage() {
    if [ -n "$root" ]; then
        first_of mounts /proc/1/mountinfo /proc/self/mountinfo mounts
        first_of block-devices block-devices.json
        first_of block-queue block-queue.txt || collect_block_queue
        first_of mdstat /proc/mdstat
        first_of dm-table dm-table.txt sos_commands/devicemapper/dmsetup_table
        return
    fi
    add_file mounts - /proc/1/mountinfo
    ! has lsblk "block devices are unknown" || add_output block-devices block-devices.json lsblk -J -b -o \
        NAME,KNAME,PKNAME,TYPE,SIZE,FSTYPE,MOUNTPOINT,PHY-SEC,LOG-SEC,MIN-IO,OPT-IO,RQ-SIZE,SCHED,ROTA
    collect_block_queue
    add_file mdstat - /proc/mdstat
    ! has dmsetup "tables of the device mapper are unknown" || add_output dm-table dm-table.txt dmsetup table
}

collect_block_queue() {
    : >"$work/raw"
    each_file /sys/block '*' queue_lines
    [ ! -s "$work/raw" ] || add_present block-queue /sys/block
}

queue_lines() { # DIRECTORY
    for queue_file in queue/logical_block_size queue/physical_block_size queue/max_segments queue/max_segment_size \
        queue/max_sectors_kb queue/max_hw_sectors_kb queue/write_cache dm/name md/level md/mismatch_cnt; do
        if [ -n "$root" ]; then
            locate "$1/$queue_file"
            [ "$location" = there ] || continue
        else
            located=$1/$queue_file
        fi
        [ -f "$located" ] || continue
        while IFS= read -r queue_value || [ -n "$queue_value" ]; do
            [ -z "$queue_value" ] || printf '%s:%s\n' "$1/$queue_file" "$queue_value"
        done <"$located" >>"$work/raw" 2>/dev/null
    done
    [ -n "$root" ] || [ ! -d "$1/slaves" ] || queue_slaves "$1/slaves"
}

queue_slaves() { # DIRECTORY
    # shellcheck disable=SC2012 # names of block devices hold no line ends
    ls -- "$1" 2>/dev/null | sed "s|^|$1/|" >>"$work/raw"
}
