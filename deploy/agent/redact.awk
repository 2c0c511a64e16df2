# Redacts documents by the rules of io.cacheaudit.document.redact, which is the authority: what Java masks, this masks.
#
# Called through the program `redact` beside it, which handles NUL bytes; or straight, for content without \000 and \002:
#     LC_ALL=C awk -v kind=nova.conf -f redact-names.awk -f redact-looks.awk -f redact-conf.awk \
#         -f redact-xml.awk -f redact-json.awk -f redact.awk <document >redacted
# Without -v kind=, standard input is a list of lines KIND<tab>DOCUMENT<tab>REDACTED (paths), done by one process.
# Exit status 0: all is redacted. Anything else: throw the output away; a kind that is not known gives no output.
#
# POSIX awk, run under mawk, gawk --posix and busybox awk: no intervals in expressions, bytes as characters.
#
# Where it departs from Java, it masks more, or the same:
# - a Unicode space behind a backslash does not end a value; a line separator other than \r and \n never ends an escape;
# - a `crypt` behind a letter beyond ASCII counts as a word of its own;
# - a name of more than 256 characters before a separator counts as secret;
# - an escaped half of a surrogate pair beside a byte that is not UTF-8 stays two things.

BEGIN {
    if (length("\303\251") != 2)
        fail("run it under LC_ALL=C")
    init_text()
    init_names()
    init_json()
    ORS = ""
    if (kind != "")
        filter()
    else
        batch()
    exit 0
}

function fail(reason) {
    print "redact.awk: " reason "\n" | "cat >&2"
    close("cat >&2")
    exit 2
}

function filter(    record, text) {
    RS = "\002"
    while ((getline record) > 0)
        text = text record
    print redact(kind, text)
}

function batch(    line, lines, n, i, part, record, text) {
    while ((getline line) > 0)
        lines[++n] = line
    RS = "\002"
    for (i = 1; i <= n; i++) {
        split(lines[i], part, "\t")
        text = ""
        while ((getline record < part[2]) > 0)
            text = text record
        close(part[2])
        print redact(part[1], text) > part[3]
        close(part[3])
    }
}

# Passes until nothing changes, at most as many as Java makes.
function redact(kind, text,    pass, before) {
    for (pass = 0; pass < 16; pass++) {
        before = text
        text = once(kind, text)
        if ((text "") == (before ""))
            break
    }
    return text
}

function once(kind, text) {
    if (kind == "nova.conf" || kind == "ceph.conf")
        return conf(text, kind)
    if (kind == "libvirt-domain")
        return xml(text)
    if (kind == "gluster-volume")
        return opens(text, "<") ? xml(text) : gluster(text)
    if (kind == "ceph-overrides" || kind == "brick" || kind == "block-devices" || kind == "host-facts")
        return json(text, kind == "ceph-overrides")
    if (kind == "qemu-query-block")
        return opens(text, "{") || opens(text, "[") ? json(text, 0) : looks(text)
    if (kind == "mounts" || kind == "block-queue" || kind == "mdstat" || kind == "dm-table" || kind == "qemu-process")
        return looks(text)
    fail("no such kind: " kind)
}

# --- characters ---

function init_text(    i) {
    for (i = 1; i < 256; i++)
        BYTE[i] = sprintf("%c", i)
    for (STARS = "****"; length(STARS) < 516; STARS = STARS STARS)
        ;
}

# The length of the blanks that the text begins with.
function leading(s) {
    if (s !~ /^[\t-\r\034-\037 \341-\343]/)
        return 0
    match(s, /^([\t-\r\034-\037 ]|\341\232\200|\342\200[\200-\206\210-\212\250\251]|\342\201\237|\343\200\200)+/)
    return RLENGTH > 0 ? RLENGTH : 0
}

# Whether the first character that is no space is this one.
function opens(text, c) {
    text = substr(text, 1, 4096)
    return substr(text, leading(text) + 1, 1) == c
}

function strip(s,    end, c) {
    if (s ~ /^[!-~]/ && s ~ /[!-~]$/)
        return s
    s = substr(s, leading(s) + 1)
    for (end = length(s); end > 0; end--) {
        c = substr(s, end, 1)
        if (c ~ /[\200-\277]/ && end > 2 && leading(substr(s, end - 2, 3)) == 3)
            end -= 2
        else if (c !~ /[\t-\r\034-\037 ]/)
            break
    }
    return substr(s, 1, end)
}

# An asterisk for each code point, but for those that carry shape. In pieces, since substitution may cost the square of
# the length.
function mask(s,    n, from, to, masked) {
    n = length(s)
    if (n <= 512)
        return mask_piece(s)
    for (from = 1; from <= n; from = to) {
        for (to = from + 512; to <= n && to < from + 516 && substr(s, to, 1) ~ /[\200-\277]/; to++)
            ;
        masked = masked mask_piece(substr(s, from, to - from))
    }
    return masked
}

function mask_piece(s,    masked) {
    s = mask_wide(s)
    while (match(s, /[]!%&()+-9:<=>?@A-Z[^_`a-z|~]+/)) {
        masked = masked substr(s, 1, RSTART - 1) substr(STARS, 1, RLENGTH)
        s = substr(s, RSTART + RLENGTH)
    }
    return masked s
}

# Masks every code point beyond ASCII but controls, spaces and separators.
function mask_wide(s) {
    if (s ~ /[\302-\364]/)
        gsub(/\302[\241-\277]|[\303-\337][\200-\277]|\340[\240-\277][\200-\277]|\341\232[\201-\277]|\341[\200-\231\233-\277][\200-\277]|\342\200[\213-\247\252-\256\260-\277]|\342\201[\200-\236\240-\277]|\342[\202-\277][\200-\277]|\343\200[\201-\277]|\343[\201-\277][\200-\277]|[\344-\354\356\357][\200-\277][\200-\277]|\355[\200-\237][\200-\277]|\360[\220-\277][\200-\277][\200-\277]|[\361-\363][\200-\277][\200-\277][\200-\277]|\364[\200-\217][\200-\277][\200-\277]/, "*", s)
    return s
}

# The UTF-8 of a code point; NUL, which awk may not hold, becomes another control character.
function utf8(code) {
    if (code < 128)
        return BYTE[code ? code : 1]
    if (code < 2048)
        return BYTE[192 + int(code / 64)] BYTE[128 + code % 64]
    if (code < 65536)
        return BYTE[224 + int(code / 4096)] BYTE[128 + int(code / 64) % 64] BYTE[128 + code % 64]
    return BYTE[240 + int(code / 262144)] BYTE[128 + int(code / 4096) % 64] \
        BYTE[128 + int(code / 64) % 64] BYTE[128 + code % 64]
}

# The value of digits of this base (10 or 16), or -1.
function number(digits, base,    i, value) {
    if (digits !~ /^[0-9A-Fa-f]+$/ || base == 10 && digits ~ /[A-Fa-f]/)
        return -1
    for (i = 1; i <= length(digits); i++)
        value = value * base + index("0123456789abcdef", tolower(substr(digits, i, 1))) - 1
    return value
}

# --- marks: the secret stretches of one text, MARK[from] = the position behind the stretch ---

function clear() {
    if (marks)
        split("", MARK)
    if (escapes) {
        split("", ESCAPE)
        split("", WIDTH)
    }
    marks = escapes = lowest = highest = 0
}

function mark(from, to) {
    if (to <= from)
        return
    if (!(from in MARK) || MARK[from] < to)
        MARK[from] = to
    if (!marks++ || from < lowest)
        lowest = from
    if (to > highest)
        highest = to
}

# The decoded text in pieces; an escape or entity is remembered by where it stands there.
function append(s) {
    decodedLength += length(s)
    decodedPiece = decodedPiece s
    if (length(decodedPiece) > 2048) {
        decoded = decoded decodedPiece
        decodedPiece = ""
    }
}

function append_escape(raw, s) {
    ESCAPE[decodedLength + 1] = raw
    WIDTH[decodedLength + 1] = length(s)
    escapes++
    append(s)
}

function appended(    all) {
    all = decoded decodedPiece
    decoded = decodedPiece = ""
    decodedLength = 0
    return all
}

# The raw text with all marked code points of the decoded one masked.
function apply(raw, text,    i, until, from, on, is, masked, piece) {
    if (!marks)
        return raw
    if (!escapes && MARK[lowest] == highest)
        return substr(text, 1, lowest - 1) mask(substr(text, lowest, highest - lowest)) substr(text, highest)
    from = 1
    for (i = escapes ? 1 : lowest; i < highest; i++) {
        if (i in MARK && MARK[i] > until)
            until = MARK[i]
        is = i < until
        if (is != on || i in ESCAPE) {
            piece = piece plain_part(substr(text, from, i - from), on)
            from = i
            on = is
        }
        if (i in ESCAPE) {
            piece = piece escape_part(i, substr(text, i, WIDTH[i]), on)
            i += WIDTH[i] - 1
            from = i + 1
        }
        if (length(piece) > 2048) {
            masked = masked piece
            piece = ""
        }
    }
    masked = masked piece plain_part(substr(text, from, i - from), on)
    for (from = i; escapes && i <= length(text); i++)
        if (i in ESCAPE) {
            masked = masked substr(text, from, i - from) ESCAPE[i]
            i += WIDTH[i] - 1
            from = i + 1
        }
    return masked substr(text, from)
}

function plain_part(s, on) {
    return on ? mask(s) : s
}

function escape_part(at, c, on) {
    return on && c != "*" && mask(c) == "*" ? "*" : ESCAPE[at]
}

# --- output in pieces, since appending to a long text costs its length ---

function emit(s) {
    pending = pending s
    if (length(pending) > 2048) {
        done = done pending
        pending = ""
    }
}

function emitted(    all) {
    all = done pending
    done = pending = ""
    return all
}
