package io.cacheaudit.document.redact;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names of options hold secrets, which do not, and which values cannot be one. The agent's
 * {@code deploy/agent/redact-names.awk} has the same lists.
 */
final class SecretNames {
    static final Pattern SECRET = Pattern.compile("password|passwd|passphrase|passcode|secret(?!_uuid)"
            + "|token(?!_(?:cache|ttl|roles|required))|credential|hmac|fixed_key|approle|private_key|opa_token|sts_key"
            + "|encryption_keys?$|kms_encryption|(?:^|[_.-])key$");
    static final List<String> SECRET_ENDINGS = List.of(
            "connection",
            "transport_url",
            "connection_string",
            "backend_argument",
            "connection_parameters",
            "mount_options");
    /** Names that only look secret; a name ending in -secret is the id of a QEMU secret object. */
    static final Set<String> EXCEPTIONS = Set.of(
            "rbd_secret_uuid",
            "inject_password",
            "inject_key",
            "libvirt_inject_password",
            "libvirt_inject_key",
            "password_length",
            "token_cache_time",
            "enable_instance_password",
            "service_token_roles");

    static final Pattern PATH_NAME = Pattern.compile("(?:keyring|keyfile|_path|_file|-file)$");
    private static final Pattern HARMLESS_VALUE = Pattern.compile(
            "[+-]?\\d{1,18}(?:\\.\\d{1,9})?(?:\\s?[KMGTPE]?i?B?)?|true|false|yes|no|on|off|enabled?|disabled?|<?none>?|",
            Pattern.CASE_INSENSITIVE);

    static final Set<String> NOVA = Set.of(
            "disk_cachemodes",
            "disk_cachemode",
            "disk_cache_mode",
            "disk_cache_modes",
            "disk_cache",
            "cachemode",
            "cachemodes",
            "cache_mode",
            "cache_modes",
            "cache",
            "libvirt_disk_cachemodes",
            "libvirt_disk_cachemode",
            "instances_path",
            "state_path",
            "compute_driver",
            "virt_type",
            "libvirt_type",
            "cpu_mode",
            "disk_prefix",
            "preallocate_images",
            "hw_disk_discard",
            "volume_drivers",
            "qemu_allowed_storage_drivers",
            "snapshot_image_format",
            "snapshots_directory",
            "live_migration_flag",
            "block_migration_flag",
            "live_migration_uri",
            "connection_uri",
            "log_dir",
            "logdir",
            "log_file");
    static final Set<String> CEPH = Set.of(
            "fsid",
            "cluster",
            "name",
            "host",
            "mon_host",
            "mon_initial_members",
            "mon_addr",
            "public_network",
            "cluster_network",
            "public_addr",
            "cluster_addr",
            "admin_socket",
            "log_file",
            "run_dir",
            "pid_file",
            "data_dir",
            "keyring",
            "keyfile",
            "auth_supported",
            "auth_cluster_required",
            "auth_service_required",
            "auth_client_required",
            "auth_allow_insecure_global_id_reclaim",
            "osd_mount_options_xfs",
            "osd_mkfs_options_xfs");

    private SecretNames() {}

    /** Whether the name says that its value is a secret. */
    static boolean isSecret(String name) {
        String plain = plain(name);
        return !EXCEPTIONS.contains(plain)
                && !plain.endsWith("-secret")
                && !plain.startsWith("public_key")
                && !PATH_NAME.matcher(plain).find()
                && (SECRET.matcher(plain).find() || SECRET_ENDINGS.stream().anyMatch(plain::endsWith));
    }

    /** Whether nova.conf's option of this name is read here or known to hold no secret. */
    static boolean isHarmlessInNova(String name) {
        String plain = plain(name).replace('-', '_');
        return EXCEPTIONS.contains(plain)
                || !isSecret(plain)
                        && (NOVA.contains(plain)
                                || plain.startsWith("images_")
                                || plain.startsWith("libvirt_images_")
                                || plain.startsWith("rbd_"));
    }

    /** As above for ceph.conf, after the old reader's normalisation of names. */
    static boolean isHarmlessInCeph(String name) {
        String plain = plain(name).replaceAll("[\\s_]+", "_");
        return !isSecret(plain)
                && (plain.startsWith("rbd_")
                        || CEPH.contains(plain)
                        || PATH_NAME.matcher(plain).find());
    }

    static boolean isHarmlessValue(String value) {
        return HARMLESS_VALUE.matcher(value.strip()).matches();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceFirst("^-+", "");
    }
}
