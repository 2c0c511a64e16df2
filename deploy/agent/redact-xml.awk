# Secrets in XML, well-formed or not: tag by tag; only the secret stretches of attribute values and text nodes change.

# No tag and no text node crosses a `<`, so the text is cut there; comments and CDATA sections are joined again.
function xml(text,    part, n, i, s, end) {
    init_xml()
    n = split(text, part, "<")
    secretText = 0
    emit_node(part[1], 0)
    for (i = 2; i <= n; i++) {
        s = "<" part[i]
        if (substr(s, 1, 4) == "<!--")
            end = "-->"
        else if (substr(s, 1, 9) == "<![CDATA[")
            end = "]]>"
        else
            end = ""
        if (end != "") {
            part[n + 1] = ""
            i = join(part, i, n, end)
            emit_section(JOINED, end)
            s = REST
        } else
            s = emit_tag(s)
        emit_node(s, 0)
    }
    return emitted()
}

function init_xml() {
    ENTITY["amp"] = "&"
    ENTITY["lt"] = "<"
    ENTITY["gt"] = ">"
    ENTITY["quot"] = "\""
    ENTITY["apos"] = "'"
    set("passwd password passphrase", SECRET_ATTRIBUTE)
    set("cookie cookies passwd password passphrase", SECRET_ELEMENT)
}

# Joins parts from this one until the end mark; JOINED goes up to and with it, REST is what follows. Returns the last part.
function join(part, i, n, end,    s, piece, p) {
    s = "<" part[i]
    p = index(s, end)
    while (!p && i < n) {
        piece = piece s
        if (length(piece) > 2048) {
            JOINED = JOINED piece
            piece = ""
        }
        s = "<" part[++i]
        p = index(s, end)
    }
    p = p ? p + length(end) - 1 : length(s)
    JOINED = JOINED piece substr(s, 1, p)
    REST = substr(s, p + 1)
    return i
}

function emit_section(s, end,    close_) {
    JOINED = ""
    if (end == "-->") {
        emit(looks(s))
        return
    }
    close_ = length(s) >= 12 && substr(s, length(s) - 2) == "]]>" ? "]]>" : ""
    emit("<![CDATA[")
    emit_node(substr(s, 10, length(s) - 9 - length(close_)), 1)
    emit(close_)
}

function emit_node(raw, isPlain) {
    if (raw != "")
        emit(redact_value(raw, secretText, isPlain))
}

# Leaves the decoded text in DECODED.
function redact_value(raw, isSecret, isPlain) {
    clear()
    DECODED = isPlain ? raw : decode_xml(raw)
    if (isSecret)
        mark(1, length(DECODED) + 1)
    else
        find(DECODED)
    return apply(raw, DECODED)
}

# Emits one tag and returns what follows it; a tag that is not closed ends before the next.
function emit_tag(s,    before, local, end, rest, tag, name, value, quote, secretName) {
    match(s, /^<[^ \t\r\n>\057]*/)
    local = tolower(substr(s, 2, RLENGTH - 1))
    emit(substr(s, 1, RLENGTH))
    s = substr(s, RLENGTH + 1)
    sub(/^[^:]*:/, "", local)
    secretText = local in SECRET_ELEMENT || is_secret(local) && local != "secret"
    end = tag_end(s)
    rest = substr(s, end + 1)
    tag = s = substr(s, 1, end)
    while (match(s, /[A-Za-z_:][A-Za-z0-9_.:-]*[ \t-\r]*=[ \t-\r]*("[^"]*"?|'[^']*'?)/)) {
        value = substr(s, RSTART, RLENGTH)
        before = substr(s, 1, RSTART - 1)
        s = substr(s, RSTART + RLENGTH)
        emit(looks_in(before))
        match(value, /^[A-Za-z0-9_.:-]+/)
        name = tolower(substr(value, 1, RLENGTH))
        match(value, /["']/)
        quote = substr(value, RSTART, 1)
        emit(substr(value, 1, RSTART))
        value = substr(value, RSTART + 1)
        if (substr(value, length(value)) == quote)
            value = substr(value, 1, length(value) - 1)
        else
            quote = ""
        emit(redact_value(value, name in SECRET_ATTRIBUTE || secretName && name == "value", 0) quote)
        if (name == "name" && is_secret(DECODED))
            secretName = 1
    }
    emit(looks_in(s))
    if (secretName && tag ~ />$/ && tag !~ /\/>$/)
        secretText = 1
    return rest
}

function looks_in(s) {
    return s ~ /[=:A-]/ ? looks(s) : s
}

# The position of the closing `>`, or the length.
function tag_end(s,    at, c, p) {
    while (match(s, /[>"']/)) {
        at += RSTART
        c = substr(s, RSTART, 1)
        if (c == ">")
            return at
        s = substr(s, RSTART + 1)
        p = index(s, c)
        if (!p)
            break
        at += p
        s = substr(s, p + 1)
    }
    return at + length(s)
}

# Resolves entities and remembers each as it stands in the document.
function decode_xml(raw,    part, n, i, semicolon, c) {
    if (!index(raw, "&"))
        return raw
    n = split(raw, part, "&")
    append(part[1])
    for (i = 2; i <= n; i++) {
        semicolon = index(substr(part[i], 1, 11), ";")
        c = semicolon ? entity(substr(part[i], 1, semicolon - 1)) : ""
        if (c == "")
            append("&" part[i])
        else {
            append_escape("&" substr(part[i], 1, semicolon), c)
            append(substr(part[i], semicolon + 1))
        }
    }
    return appended()
}

function entity(name,    code) {
    if (name in ENTITY)
        return ENTITY[name]
    if (name !~ /^#/)
        return ""
    code = name ~ /^#x/ ? number(substr(name, 3), 16) : number(substr(name, 2), 10)
    return code < 0 || code > 1114111 || code >= 55296 && code <= 57343 ? "" : utf8(code)
}
