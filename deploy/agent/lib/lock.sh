# One run at a time, without flock, whatever becomes of a run that is killed.
#
# Each run first writes a file that names its process, then looks for those of others. As both look after they wrote, at
# least one sees the other and steps back. A file whose process is gone is removed by whoever meets it; no other process
# ever has the same name, for the time it started and the boot are part of it.

# In ticks since boot: field 22 of a line whose second field, in parentheses, can hold anything.
started_at() { # PID
    sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk 'NR == 1 { print $20 }'
}

make_state() {
    mkdir -p -- "$state" 2>/dev/null && chmod 700 "$state" && state=$(cd -P -- "$state" && pwd -P) ||
        die 2 "$state: cannot be made, or is not mine"
}

take_lock() {
    lock_boot=$(cat /proc/sys/kernel/random/boot_id 2>/dev/null)
    lock=$state/run.$$.$(started_at $$).${lock_boot:-none}
    trap 'end_run' EXIT
    trap 'exit 143' HUP INT TERM
    lock_try=0
    while :; do
        : >"$lock" || die 2 "$state: cannot be written"
        lock_other=$(other_run)
        if [ -z "$lock_other" ]; then
            echo held >"$lock"
            return
        fi
        rm -f -- "$lock"
        lock_try=$((lock_try + 1))
        if [ "$lock_other" = held ] || [ "$lock_try" -ge 5 ]; then
            die 5 "another run is under way"
        fi
        pause $(($(random 3) + 1))
    done
}

# Says "held" or "trying" where another run lives, nothing else.
other_run() {
    set +f
    for other in "$state"/run.*; do
        [ "$other" != "$lock" ] && [ -e "$other" ] || continue
        other_name=${other##*/run.}
        other_pid=${other_name%%.*}
        if [ "$other_name" = "$other_pid.$(started_at "$other_pid").${lock_boot:-none}" ]; then
            grep -q held "$other" 2>/dev/null && echo held || echo trying
            break
        fi
        rm -f -- "$other"
    done
    set -f
}

# Ends at once on a signal, which a sleep in the foreground would not.
pause() { # SECONDS
    sleep "$1" &
    pause_child=$!
    wait "$pause_child"
    pause_child=
}

random() { # BELOW
    random_bytes=$(od -An -N2 -tu2 /dev/urandom 2>/dev/null | tr -d ' ')
    echo $((${random_bytes:-$$} % $1))
}

# A directory of this run only, removed at its end; secrets stand nowhere else before they are masked.
make_work_in() { # DIRECTORY
    set +f
    [ "$1" != "$state" ] || rm -rf -- "$state"/work.*
    set -f
    trap 'end_run' EXIT
    trap 'exit 143' HUP INT TERM
    work_new=$1/work.cache-audit.$$.$(random 60000)
    mkdir -m 700 -- "$work_new" || die 4 "$work_new: cannot be made"
    work=$work_new
}

end_run() {
    end_status=$?
    trap - EXIT HUP INT TERM
    [ -z "${pause_child-}" ] || kill "$pause_child" 2>/dev/null
    [ -z "${probe-}" ] || remove_probe
    [ -z "${work-}" ] || rm -rf -- "$work"
    [ -z "${lock-}" ] || rm -f -- "$lock"
    exit "$end_status"
}
