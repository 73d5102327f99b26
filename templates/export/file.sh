# ---- files ---------------------------------------------------------------------------------------

# look PATH follow|stay MORE: looks at a file. Gives _exists, _mode, _size, _age, and the files type,
# target, owner_id and group_id; where MORE asks for them, owner, group, content and sha256 too.
look() {
  (cd "$_tmp" && exec rm -f mode type target owner owner_id group group_id content sha256)
  _exists=false
  _mode=
  _size=
  _age=
  case $1 in /*) _path=$1 ;; *) _path=$_here/$1 ;; esac
  if [ ! -e "$_path" ] && [ ! -h "$_path" ] && ! LC_ALL=C stat -c %f -- "$_path" >/dev/null 2>"$_tmp/stderr"; then
    if grep -q -e 'Permission denied' -e 'Too many' -e 'too long' "$_tmp/stderr"; then
      unknown "$_path cannot be looked at: $(clean <"$_tmp/stderr")"
      return 1
    elif ! grep -q -e 'No such file' -e 'Not a directory' "$_tmp/stderr"; then
      unknown "The program stat of this machine does not tell: $(clean <"$_tmp/stderr")"
      return 1
    fi
    return 0
  fi
  if [ -h "$_path" ]; then
    printf symlink >"$_tmp/type"
    readlink -- "$_path" | tr -d '\n' >"$_tmp/target"
  else
    file_type >"$_tmp/type"
  fi
  if [ "$2" = follow ]; then
    _n=$(LC_ALL=C stat -L -c '%a %u %g %s %Y' -- "$_path" 2>"$_tmp/stderr") || {
      grep -q 'Permission denied' "$_tmp/stderr" && unknown "$_path cannot be looked at: permission denied." && return 1
      return 0
    }
  else
    _n=$(LC_ALL=C stat -c '%a %u %g %s %Y' -- "$_path")
  fi
  _exists=true
  # shellcheck disable=SC2086
  set -- "$1" "$2" "${3-}" $_n
  _mode=$4
  while [ ${#_mode} -lt 4 ]; do _mode=0$_mode; done
  printf '%s' "$_mode" >"$_tmp/mode"
  printf '%s' "$5" >"$_tmp/owner_id"
  printf '%s' "$6" >"$_tmp/group_id"
  case $3 in
    *owner*)
      name_of "$5" /etc/passwd >"$_tmp/owner"
      name_of "$6" /etc/group >"$_tmp/group"
      ;;
  esac
  _size=$7
  _age=$((($(date +%s) - $8) * 1000))
  case $3 in *content*) ;; *) return 0 ;; esac
  if [ ! -f "$_path" ]; then
    [ -e "$_path" ] || return 0
    failed "$_path is a $(file_type), so it has no content to look at."
    return 1
  fi
  if [ ! -r "$_path" ]; then
    unknown "$_path cannot be read: permission denied."
    return 1
  fi
  ln -s "$_path" "$_tmp/content"
  case $3 in *sha256*) ;; *) return 0 ;; esac
  if command -v sha256sum >/dev/null 2>&1; then
    _n=$(sha256sum <"$_tmp/content")
  elif command -v shasum >/dev/null 2>&1; then
    _n=$(shasum -a 256 <"$_tmp/content")
  else
    return 0
  fi
  printf '%s' "${_n%% *}" >"$_tmp/sha256"
}

file_type() {
  if [ -f "$_path" ]; then printf file; elif [ -d "$_path" ]; then printf directory; elif [ -p "$_path" ]; then
    printf pipe
  elif [ -S "$_path" ]; then printf socket; elif [ -b "$_path" ]; then printf block-device; else printf character-device; fi
}

# mode_at_most MODE, mode_at_least MODE: no right beyond these, or all of these
mode_at_most() {
  [ -n "$_mode" ] && [ $((0$_mode & ~0$1)) -eq 0 ]
}
mode_at_least() {
  [ -n "$_mode" ] && [ $((0$_mode & 0$1)) -eq $((0$1)) ]
}
