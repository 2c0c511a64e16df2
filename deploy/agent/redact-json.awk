# Secrets in JSON, well-formed or not: strings by the name of their key and by their looks. In lists of ceph's options,
# objects are `{"name": …, "value": …}`, and a value stays only where its name is harmless.

function init_json() {
    LETTER["n"] = "\n"
    LETTER["t"] = "\t"
    LETTER["r"] = "\r"
    LETTER["b"] = "\b"
    LETTER["f"] = "\f"
}

# OUT holds the document piece by piece, since a name may condemn a value before it.
function json(text, isListed,    c, i, n) {
    document = text
    documentAt = 1
    documentLength = length(text)
    buffer = ""
    pieces = depth = 0
    open_frame(0)
    while (fill()) {
        c = substr(buffer, 1, 1)
        if (c == "\"")
            json_string()
        else if ((n = token("other")) > 0)
            keep(n)
        else if ((n = token("bare")) > 0)
            json_bare(n)
        else {
            keep(1)
            if (c == "{" || c == "[")
                open_frame(frame_is_secret())
            else if ((c == "}" || c == "]") && depth > 1)
                close_frame(isListed)
            else if (c == ",")
                set_key("")
        }
    }
    while (depth > 1)
        close_frame(isListed)
    for (i = 1; i <= pieces; i++)
        emit(OUT[i])
    return emitted()
}

# --- the reader: a window, since cutting a long text costs its length ---

function fill() {
    if (length(buffer) < 256 && documentAt <= documentLength)
        grow(1024)
    return buffer != ""
}

function grow(n) {
    buffer = buffer substr(document, documentAt, n)
    documentAt += n
}

# The length of the token of this kind that the window begins with, grown until the token ends inside it.
function token(type,    n) {
    n = token_here(type)
    while (n > 0 && n >= length(buffer) - 4 && documentAt <= documentLength) {
        grow(length(buffer))
        n = token_here(type)
    }
    return n
}

function token_here(type) {
    if (type == "string")
        match(buffer, /^"[^"\\\n]*(\\(.|\n)[^"\\\n]*)*/)
    else if (type == "space")
        match(buffer, /^[ \t\r\n]+/)
    else if (type == "other")
        match(buffer, /^[^]"{}[,A-Za-z0-9.+\200-\377-]+/)
    else if (buffer ~ /^[A-Za-z0-9.+-]/ && buffer !~ /^[A-Za-z0-9.+-]+[\200-\377]/)
        match(buffer, /^[A-Za-z0-9.+-]+/)
    else
        match(buffer, /^([A-Za-z0-9.+-]|\302[\241-\277]|[\303-\337][\200-\277]|\340[\240-\277][\200-\277]|\341\232[\201-\277]|\341[\200-\231\233-\277][\200-\277]|\342\200[\213-\247\252-\256\260-\277]|\342\201[\200-\236\240-\277]|\342[\202-\277][\200-\277]|\343\200[\201-\277]|\343[\201-\277][\200-\277]|[\344-\354\356\357][\200-\277][\200-\277]|\355[\200-\237][\200-\277]|[\360-\364][\200-\277][\200-\277][\200-\277])+/)
    return RLENGTH > 0 ? RLENGTH : 0
}

function keep(n) {
    OUT[++pieces] = substr(buffer, 1, n)
    buffer = substr(buffer, n + 1)
}

# --- objects and lists ---

function open_frame(isSecret) {
    depth++
    FRAME_SECRET[depth] = isSecret
    FRAME_NAME[depth] = ""
    FRAME_VALUES[depth] = 0
    set_key("")
}

function set_key(key) {
    FRAME_KEY[depth] = key
    FRAME_KEY_SECRET[depth] = key != "" && is_secret(key)
}

function frame_is_secret() {
    return FRAME_SECRET[depth] || FRAME_KEY_SECRET[depth]
}

function close_frame(isListed,    i, name, isSecret, isHarmless, piece) {
    name = FRAME_NAME[depth]
    isSecret = is_secret(name)
    isHarmless = name == "" || !isListed || is_harmless(name, "ceph.conf")
    for (i = 1; i <= FRAME_VALUES[depth]; i++) {
        piece = FRAME_VALUE[depth, i]
        if (isSecret || !isHarmless && !is_harmless_value(decode_json(RAW[piece])))
            OUT[piece] = redact_string(RAW[piece], 1)
    }
    depth--
}

# --- strings and bare words ---

function json_string(    raw, closing, n) {
    n = token("string")
    raw = substr(buffer, 2, n - 1)
    buffer = substr(buffer, n + 1)
    if (buffer == "\\" && documentAt > documentLength) {
        raw = raw buffer
        buffer = ""
    }
    closing = substr(buffer, 1, 1)
    buffer = substr(buffer, 2)
    OUT[++pieces] = "\""
    OUT[++pieces] = raw
    RAW[pieces] = raw
    raw = pieces
    OUT[++pieces] = closing
    while (fill() && (n = token("space")) > 0)
        keep(n)
    if (substr(buffer, 1, 1) == ":") {
        keep(1)
        clear()
        set_key(decode_json(RAW[raw]))
        return
    }
    OUT[raw] = redact_string(RAW[raw], frame_is_secret())
    if (FRAME_KEY[depth] == "name")
        FRAME_NAME[depth] = DECODED
    else if (FRAME_KEY[depth] == "value")
        FRAME_VALUE[depth, ++FRAME_VALUES[depth]] = raw
}

# Leaves the decoded string in DECODED.
function redact_string(raw, isSecret) {
    clear()
    DECODED = decode_json(raw)
    if (isSecret)
        mark(1, length(DECODED) + 1)
    else
        find(DECODED)
    return apply(raw, DECODED)
}

# A number under a secret key becomes a string; true, false and null tell nothing.
function json_bare(n,    word) {
    word = substr(buffer, 1, n)
    keep(n)
    if (!frame_is_secret())
        OUT[pieces] = looks(word)
    else if (word ~ /^[-0-9]/)
        OUT[pieces] = "\"" stars(word) "\""
    else if (word != "true" && word != "false" && word != "null")
        OUT[pieces] = mask(word)
}

function stars(word) {
    word = mask_wide(word)
    gsub(/./, "*", word)
    return word
}

# Resolves escapes and remembers each as it stands in the document.
function decode_json(raw,    part, n, i, letter, piece) {
    if (!index(raw, "\\"))
        return raw
    n = split(raw, part, "\\")
    append(part[1])
    for (i = 2; i <= n; i++) {
        piece = part[i]
        if (piece == "" && i == n) {
            append("\\")
        } else if (piece == "") {
            append_escape("\\\\", "\\")
            append(part[++i])
        } else if (hex4(piece) < 0) {
            letter = first_letter(piece)
            append_escape("\\" letter, letter in LETTER ? LETTER[letter] : letter)
            append(substr(piece, length(letter) + 1))
        } else if (is_pair(piece, part[i + 1])) {
            letter = utf8(65536 + (hex4(piece) - 55296) * 1024 + hex4(part[i + 1]) - 56320)
            append_escape("\\" piece "\\" substr(part[i + 1], 1, 5), letter)
            append(substr(part[++i], 6))
        } else {
            append_escape("\\" substr(piece, 1, 5), utf8(hex4(piece)))
            append(substr(piece, 6))
        }
    }
    return appended()
}

function first_letter(s) {
    if (match(s, /^[\302-\337][\200-\277]/) || match(s, /^[\340-\357][\200-\277][\200-\277]/) \
        || match(s, /^[\360-\364][\200-\277][\200-\277][\200-\277]/))
        return substr(s, 1, RLENGTH)
    return substr(s, 1, 1)
}

# The value of four hexadecimal digits behind a `u`, or -1.
function hex4(s) {
    return s ~ /^u[0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f][0-9A-Fa-f]/ ? number(substr(s, 2, 4), 16) : -1
}

function is_pair(high, low) {
    return length(high) == 5 && hex4(high) >= 55296 && hex4(high) < 56320 && hex4(low) >= 56320 && hex4(low) < 57344
}
