# ---- processes -----------------------------------------------------------------------------------

# processes NAME PATTERN FLAGS USER: looks in /proc for living processes; what is empty does not
# count. Gives _running, _count, _age (ms), _memory (bytes) and the file users.
processes() {
  if [ ! -r /proc/self/stat ]; then
    unknown 'This machine has no /proc, so this script cannot tell which processes run.'
    return 1
  fi
  _ours=$(group_of $$)
  read -r _up _ </proc/uptime
  : >"$_tmp/found"
  _line_end=$(printf '\n.')
  _line_end=${_line_end%.}
  for _p in /proc/[0-9]*; do
    { read -r _stat <"$_p/stat"; } 2>/dev/null || continue
    _comm=${_stat#*\(}
    _comm=${_comm%)*}
    # shellcheck disable=SC2086
    set -- "$1" "$2" "$3" "$4" ${_stat##*)}
    case $5 in Z | X) continue ;; esac
    [ "$7" != "$_ours" ] || continue
    # One word a line; a line end in a word is a \001.
    _args=$({ tr '\n\000' '\001\n' <"$_p/cmdline"; } 2>/dev/null)
    [ -n "$_args" ] || _args=$_comm
    _first=${_args%%"$_line_end"*}
    [ -z "$1" ] || is_named "$1" || continue
    if [ -n "$2" ]; then
      printf '%s' "$_args" | tr '\n\001' ' \n' >"$_tmp/line"
      matches line "$2" "$3" || continue
    fi
    _uid=
    _rss=0
    while read -r _key _n _m _; do
      case $_key in Uid:) _uid=$_m ;; VmRSS:) _rss=$_n ;; esac
    done 2>/dev/null <"$_p/status"
    [ -n "$_uid" ] || continue
    _user=$(name_of "$_uid" /etc/passwd)
    [ -z "$4" ] || [ "$4" = "$_user" ] || [ "$4" = "$_uid" ] || continue
    echo "${24} $_rss $_user" >>"$_tmp/found"
  done
  _count=$(grep -c '' "$_tmp/found")
  _running=false
  _age=
  _memory=
  rm -f "$_tmp/users"
  if [ "$_count" -eq 0 ]; then
    if [ ! -d /proc/1 ]; then
      unknown 'No such process is seen, but this user may not see those of others. Run this as root.'
      return 1
    fi
    return 0
  fi
  _running=true
  awk -v up="$_up" '{ age = (up - $1 / 100) * 1000; if (age > most) most = age; sum += $2 } END { printf "%.0f %.0f\n", most, sum * 1024 }' "$_tmp/found" >"$_tmp/sums"
  read -r _age _memory <"$_tmp/sums"
  cut -d ' ' -f 3- "$_tmp/found" | sort -u >"$_tmp/users"
}

group_of() {
  read -r _stat <"/proc/$1/stat"
  # shellcheck disable=SC2086
  set -- ${_stat##*)}
  echo "$3"
}

# is_named NAME: by what the system calls it, or by the first word without folder and what servers
# write behind it
is_named() {
  _base=${_first##*/}
  _short=${_first#-}
  _short=${_short%% *}
  _short=${_short%%: *}
  _short=${_short%:}
  _short=${_short##*/}
  [ "$1" = "$_comm" ] || [ "$1" = "$_base" ] || [ "$1" = "$_short" ]
}
