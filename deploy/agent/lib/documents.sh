# The documents of the set that is being collected: $work/index has a line for each, in reading order, of kind, presence,
# mode, owner, number and path, with tabs between; $work/raw.NUMBER has the content and $work/NUMBER the masked one.

tab=$(printf '\t')

begin_documents() {
    : >"$work/index"
    : >"$work/to-mask"
    number=0
    # What an earlier collection of this run left has no place in this one.
    (cd -- "$work" && set +f && rm -f raw.* [0-9]*)
}

# A path the service takes: UTF-8, no control character, at most 4096 bytes, and nothing that a file name of a multipart
# body cannot say.
is_sendable() { # PATH
    case $1 in
        *%22* | *%0[AD]*) return 1 ;;
        *[!A-Za-z0-9/._:@+=\ ,-]*) is_plain_text "$1" || return 1 ;;
    esac
    [ ${#1} -le 4096 ]
}

# UTF-8 without control characters, C1 included.
is_plain_text() { # TEXT
    printf '%s' "$1" | od -An -v -tu1 | awk '
        function bad() { wrong = 1; exit }
        {
            for (i = 1; i <= NF; i++) {
                b = $i + 0
                if (more > 0) {
                    if (b < low || b > high) bad()
                    more--; low = 128; high = 191
                } else if (b < 32 || b == 127) bad()
                else if (b < 128) continue
                else if (b < 194 || b > 244) bad()
                else {
                    more = b < 224 ? 1 : b < 240 ? 2 : 3
                    low = b == 224 || b == 194 ? 160 : b == 240 ? 144 : 128
                    high = b == 237 ? 159 : b == 244 ? 143 : 191
                }
            }
        }
        END { exit wrong || more > 0 }'
}

# What a path that cannot be sent is called in a message.
shown() { # PATH
    printf '%s' "$1" | tr -c '\040-\176' '?'
}

add_line() { # KIND PRESENCE MODE OWNER PATH
    if ! is_sendable "$5"; then
        say "$(shown "$5"): its name cannot be sent, it is left out"
        return 1
    fi
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "$number" "$5" >>"$work/index"
    number=$((number + 1))
}

# Adds $work/raw.
add_present() { # KIND PATH [MODE OWNER]
    present_number=$number
    add_line "$1" present "${3:--}" "${4:--}" "$2" || return 0
    mv "$work/raw" "$work/raw.$present_number" || die 4 "$work: cannot be written"
    printf '%s\traw.%s\t%s\n' "$1" "$present_number" "$present_number" >>"$work/to-mask"
}

# Masks all documents; where that fails for one, nothing is sent at all. One process does it unless a document holds one
# of the bytes that awk itself needs.
mask_documents() {
    mask_special=$(cd -- "$work" && set +f && cat /dev/null raw.* 2>/dev/null | tr -d '\003-\377' | wc -c)
    if [ "$mask_special" -eq 0 ]; then
        mask_together
    else
        while IFS=$tab read -r mask_kind mask_from mask_to; do
            sh "$home/redact" "$mask_kind" <"$work/$mask_from" >"$work/$mask_to" 2>"$work/redact.log" || mask_failed
        done <"$work/to-mask"
    fi
    while IFS=$tab read -r mask_kind mask_from mask_to; do
        [ -e "$work/$mask_to" ] && { [ -s "$work/$mask_to" ] || [ ! -s "$work/$mask_from" ]; } || mask_failed
    done <"$work/to-mask"
}

mask_together() {
    set +f
    set --
    for mask_part in "$home"/redact*.awk; do
        set -- "$@" -f "$mask_part"
    done
    set -f
    (cd -- "$work" && awk "$@" <to-mask >redact.log 2>&1) || mask_failed
}

mask_failed() {
    die 4 "secrets could not be masked, nothing is sent: $(head -n 1 "$work/redact.log" 2>/dev/null)"
}

# A document without content is told by its path alone, so the service has to know the kind from it.
add_without_content() { # KIND PRESENCE PATH
    case $1,$3 in
        nova.conf,*/nova/*.conf | nova.conf,*/nova*.conf) ;;
        ceph.conf,*/ceph/*.conf | ceph.conf,*/.ceph/*.conf | ceph.conf,*/ceph.conf) ;;
        libvirt-domain,*libvirt/*.xml | gluster-volume,*glusterd/vols/*) ;;
        mounts,/proc/1/mountinfo | mdstat,/proc/mdstat) ;;
        *)
            say "$(shown "$3"): is $2, which the service cannot be told of a path like this"
            return
            ;;
    esac
    add_line "$1" "$2" - - "$3"
}

# A ceph.conf that only this program may not read is left unspoken of: "unreadable" would say that QEMU cannot read it.
add_unreadable() { # KIND PATH WHY
    say "$(shown "$2"): $3"
    if [ "$1" != ceph.conf ] || [ -z "$root" ] && [ "$(id -u)" = 0 ]; then
        add_without_content "$1" unreadable "$2"
    fi
}

# Adds the file at a path of the host; where there is none, says so if it is "absent" that was asked for.
add_file() { # KIND absent|- PATH
    locate "$3"
    case $location in
        absent)
            [ "$2" != absent ] || add_without_content "$1" absent "$3"
            ;;
        broken) add_unreadable "$1" "$3" "its link leads to nothing inside the directory" ;;
        closed) say "$(shown "$3"): this user may not look there" ;;
        *) add_located "$1" "$3" ;;
    esac
}

add_located() { # KIND PATH
    if [ ! -f "$located" ]; then
        add_unreadable "$1" "$2" "is not a regular file"
        return
    fi
    # shellcheck disable=SC2046,SC2012 # mode, links, owner, group and size stand before the name
    set -- "$1" "$2" $(ls -ldL -- "$located" 2>/dev/null | head -n 1)
    if [ "${7:-0}" -gt "$largest_file" ] 2>/dev/null; then
        add_unreadable "$1" "$2" "is larger than $largest_file bytes"
    elif ! cat -- "$located" >"$work/raw" 2>/dev/null; then
        add_unreadable "$1" "$2" "cannot be read"
        return
    fi
    [ "$1" != nova.conf ] || cat "$work/raw" >>"$work/nova.conf.all"
    if [ -n "$root" ]; then
        # Who unpacked a host owns its files.
        add_present "$1" "$2"
    else
        case $1 in
            nova.conf | ceph.conf) add_present "$1" "$2" "$(permissions "${3-}")" "$(owner "${5-}" "${6-}")" ;;
            *) add_present "$1" "$2" ;;
        esac
    fi
}

# -rw-r-x--- as 0650; the bits for setuid, setgid and the sticky one are no matter of who may read.
permissions() { # WORDS
    printf '%s\n' "$1" | awk '{
        mode = "0"
        for (i = 2; i < 11; i += 3) {
            x = substr($0, i + 2, 1)
            mode = mode ((substr($0, i, 1) == "r") * 4 + (substr($0, i + 1, 1) == "w") * 2 + (x == "x" || x == "s" || x == "t"))
        }
        print mode
    }'
}

owner() { # USER GROUP
    case $1:$2 in
        :* | *: | *:*:* | *[!A-Za-z0-9._@:$\\-]*) echo - ;;
        *) printf '%s\n' "$1:$2" ;;
    esac
}
