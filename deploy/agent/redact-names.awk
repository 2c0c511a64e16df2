# Which names of options hold secrets, which do not, and which values cannot be one.
# The lists are those of SecretNames.java; a test compares them.

function init_names() {
    SECRET_WORDS = "password passwd passphrase passcode secret token credential hmac fixed_key approle private_key" \
        " opa_token sts_key kms_encryption"
    NOT_BEHIND_TOKEN = "cache ttl roles required"
    SECRET_ENDINGS = "connection transport_url connection_string backend_argument connection_parameters mount_options"
    EXCEPTIONS = "rbd_secret_uuid inject_password inject_key libvirt_inject_password libvirt_inject_key" \
        " password_length token_cache_time enable_instance_password service_token_roles"
    PATH_ENDINGS = "keyring keyfile _path _file -file"
    NOVA_NAMES = "disk_cachemodes disk_cachemode disk_cache_mode disk_cache_modes disk_cache cachemode cachemodes" \
        " cache_mode cache_modes cache libvirt_disk_cachemodes libvirt_disk_cachemode instances_path state_path" \
        " compute_driver virt_type libvirt_type cpu_mode disk_prefix preallocate_images hw_disk_discard" \
        " volume_drivers qemu_allowed_storage_drivers snapshot_image_format snapshots_directory" \
        " live_migration_flag block_migration_flag live_migration_uri connection_uri log_dir logdir log_file"
    NOVA_BEGINNINGS = "images_ libvirt_images_ rbd_"
    CEPH_NAMES = "fsid cluster name host mon_host mon_initial_members mon_addr public_network cluster_network" \
        " public_addr cluster_addr admin_socket log_file run_dir pid_file data_dir keyring keyfile" \
        " auth_supported auth_cluster_required auth_service_required auth_client_required" \
        " auth_allow_insecure_global_id_reclaim osd_mount_options_xfs osd_mkfs_options_xfs"
    set(EXCEPTIONS, EXCEPTION)
    set(NOVA_NAMES, NOVA)
    set(CEPH_NAMES, CEPH)
    SECRET = "(" any(SECRET_WORDS) ")|encryption_keys?$|(^|[_.-])key$"
    SECRET_ENDING = "(" any(SECRET_ENDINGS) ")$"
    TOKEN_BUT = "token_(" any(NOT_BEHIND_TOKEN) ")"
    PATH_ENDING = "(" any(PATH_ENDINGS) ")$"
    NOVA_BEGINNING = "^(" any(NOVA_BEGINNINGS) ")"
}

function set(words, members,    word, n) {
    for (n = split(words, word, " "); n > 0; n--)
        members[word[n]]
}

function any(words) {
    gsub(/ /, "|", words)
    return words
}

# The Kelvin sign is the one character beyond ASCII whose small letter is in a name.
function plain_name(name) {
    name = tolower(strip(name))
    if (name ~ /[\200-\377]/)
        gsub("\342\204\252", "k", name)
    sub(/^-+/, "", name)
    return name
}

function is_secret(name) {
    if (!(name in SECRET_NAME))
        SECRET_NAME[name] = judge(plain_name(name))
    return SECRET_NAME[name]
}

function judge(name,    rest) {
    rest = name
    sub("\302\205$", "", rest)
    if (name in EXCEPTION || name ~ /-secret$/ || name ~ /^public_key/ || rest ~ PATH_ENDING)
        return 0
    if (name ~ SECRET_ENDING)
        return 1
    gsub("secret_uuid", "!", rest)
    gsub(TOKEN_BUT, "!", rest)
    return rest ~ SECRET ? 1 : 0
}

function is_harmless(name, kind,    key) {
    key = kind SUBSEP name
    if (!(key in HARMLESS_NAME))
        HARMLESS_NAME[key] = kind == "nova.conf" ? harmless_in_nova(plain_name(name)) \
            : harmless_in_ceph(plain_name(name))
    return HARMLESS_NAME[key]
}

function harmless_in_nova(name) {
    gsub(/-/, "_", name)
    return name in EXCEPTION || !is_secret(name) && (name in NOVA || name ~ NOVA_BEGINNING)
}

function harmless_in_ceph(name) {
    gsub("[ \t-\r_]+", "_", name)
    return !is_secret(name) && (name ~ /^rbd_/ || name in CEPH || name ~ PATH_ENDING)
}

function is_harmless_value(value) {
    value = tolower(strip(value))
    if (length(value) > 40)
        return 0
    if (value == "" || value ~ /^(true|false|yes|no|on|off|enabled?|disabled?|<?none>?)$/)
        return 1
    if (value !~ /^[+-]?[0-9]+(\.[0-9]+)?[ \t-\r]?[kmgtpe]?i?b?$/)
        return 0
    match(value, /[0-9]+/)
    if (RLENGTH > 18)
        return 0
    return !match(value, /\.[0-9]+/) || RLENGTH <= 10
}
