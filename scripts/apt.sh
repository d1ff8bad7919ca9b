# Debian's packages, where this user may install them. To be sourced.

# may_apt: whether apt-get can be used without asking for a password. APT=no says never.
may_apt() {
    [ "${APT:-yes}" != no ] && command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

# apt_install PACKAGE…: install them; false when that is not allowed or fails.
apt_install() {
    may_apt || return 1
    as_root=
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    echo "Installing with apt-get: $*"
    # shellcheck disable=SC2086 # empty for root
    $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}
