# ---- processes -----------------------------------------------------------------------------------

# processes NAME PATTERN FLAGS USER: looks in /proc for living processes; what is empty does not
# count. Gives _running, _count, _age (ms), _memory (bytes) and the file users.
processes() {
  if [ ! -r /proc/self/stat ]; then
    unknown 'This machine has no /proc, so this script cannot tell which processes run.'
    return 1
  fi
  group_of $$
  _ours=$_group
  read -r _up _ </proc/uptime
  : >"$_tmp/found"
  : >"$_tmp/seen"
  for _p in /proc/[0-9]*; do
    { read -r _stat <"$_p/stat"; } 2>/dev/null || continue
    _comm=${_stat#*\(}
    _comm=${_comm%)*}
    # shellcheck disable=SC2086
    set -- "$1" "$2" "$3" "$4" ${_stat##*)}
    case $5 in Z | X) continue ;; esac
    [ "$7" != "$_ours" ] || continue
    [ -z "$1" ] || may_be "$1" || continue
    [ -z "$4" ] || { user_of && [ "$4" = "$_uid" ]; } || [ "$4" = "$_user" ] || continue
    printf '%s\n' "${_p#/proc/} ${24} $_comm" >>"$_tmp/seen"
  done
  [ -z "$2" ] || matching "$2" "$3"
  while read -r _p _start _; do
    _p=/proc/$_p
    user_of || continue
    echo "$_start $_rss $_user" >>"$_tmp/found"
  done <"$_tmp/seen"
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
  _group=$3
}

# user_of: gives _uid, _user and _rss of the process
user_of() {
  _uid=
  _user=
  _rss=0
  while read -r _key _n _m _; do
    case $_key in Uid:) _uid=$_m ;; VmRSS:) _rss=$_n && break ;; esac
  done 2>/dev/null <"$_p/status"
  [ -n "$_uid" ] || return 1
  [ "$_uid" = "${_known-}" ] || _known_user=$(name_of "$_uid" /etc/passwd)
  _known=$_uid
  _user=$_known_user
}

# may_be NAME: whether the process has that name. Its words are read without another program first,
# all in one, which is enough to say no of most.
may_be() {
  [ "$1" != "$_comm" ] || return 0
  if ! { IFS= read -r _args <"$_p/cmdline"; } 2>/dev/null; then
    case "$_args $_comm" in *"$1"*) ;; *) return 1 ;; esac
  fi
  # One word a line; a line end in a word is a \001.
  _args=$({ tr '\n\000' '\001\n' <"$_p/cmdline"; } 2>/dev/null)
  [ -n "$_args" ] || _args=$_comm
  _first=${_args%%"$_line_end"*}
  is_named "$1"
}

# matching PATTERN FLAGS: leaves of the processes in the file seen those whose command line matches;
# all are read at once, a word with its file's name before it
matching() {
  while read -r _p _; do
    set -- "$@" "/proc/$_p/cmdline"
  done <"$_tmp/seen"
  _pattern=$1
  _flags=$2
  shift 2
  [ -s "$_tmp/seen" ] || return 0
  LC_ALL=C grep -aHz '' "/proc/$$/cmdline" "$@" 2>/dev/null >"$_tmp/raw"
  if [ ! -s "$_tmp/raw" ]; then
    _doubt='The grep of this machine cannot read the command lines in /proc'
    return 0
  fi
  LC_ALL=C tr '\n\000' '\001\n' <"$_tmp/raw" | LC_ALL=C awk -v seen="$_tmp/seen" -v lines="$_tmp/lines" '
    {
      if (!match($0, /^\/proc\/[0-9]+\/cmdline:/)) next
      id = substr($0, 7, RLENGTH - 15)
      word = substr($0, RLENGTH + 1)
      if (id in count) gap[id] = gap[id] " "
      count[id]++
      if (word != "") { text[id] = text[id] gap[id] word; gap[id] = "" }
    }
    END {
      while ((getline line < seen) > 0) {
        split(line, part, " ")
        name = line
        sub(/^[0-9]+ [0-9]+ /, "", name)
        print (part[1] in text ? text[part[1]] : name) > lines
      }
    }'
  grep_for "$_tmp/lines" "$_flags" || return 0
  LC_ALL=$_locale grep -n $_case -E -e "$_pattern" "$_tmp/lines" | cut -d : -f 1 >"$_tmp/numbers"
  awk 'NR == FNR { wanted[$1]; next } FNR in wanted' "$_tmp/numbers" "$_tmp/seen" >"$_tmp/chosen"
  mv "$_tmp/chosen" "$_tmp/seen"
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
