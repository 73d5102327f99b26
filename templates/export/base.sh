# ---- what all checks use -------------------------------------------------------------------------

_tmp=$(mktemp -d "${TMPDIR:-/tmp}/checks.XXXXXX") || exit 3
_child=
trap 'rm -rf "$_tmp"' EXIT
trap 'stop 130' INT
trap 'stop 143' TERM HUP
_lf=$(printf '\001') # stands for a line end where a whole text is looked at as one line
_cr=$(printf '\r')
_tab=$(printf '\t')
_line_end='
'
_timeout=
if timeout -k 1 1 true 2>/dev/null; then _timeout='timeout -k 1'; elif timeout 1 true 2>/dev/null; then _timeout=timeout; fi

stop() {
  [ -z "$_child" ] || kill "$_child" 2>/dev/null
  exit "$1"
}

# now: gives _now, milliseconds of some clock
now() {
  _now=$(date +%s%N 2>/dev/null)
  case $_now in
    *[!0-9]* | '' | ???????????)
      if read -r _now _ 2>/dev/null </proc/uptime; then
        _now=${_now%.*}${_now#*.}
        while [ "${_now#0}" != "$_now" ] && [ "$_now" != 0 ]; do _now=${_now#0}; done
        _now=$((_now * 10))
      else
        _now=$(($(date +%s) * 1000))
      fi
      ;;
    *) _now=${_now%??????} ;;
  esac
}

# clean: makes text fit for a terminal: one line, no control characters, no value of a secret
clean() {
  LC_ALL=C tr -d '\000\002-\010\013-\037\177' |
    LC_ALL=C awk -v names="$_secrets" -v unseen="${_c2}[${_c80}-${_c9f}]" '
    length(text) < 5000 { text = text (NR > 1 ? " " : "") $0 }
    END {
      $0 = text
      gsub(/[\t\001]/, " ")
      gsub(unseen, "")
      count = split(names, name, " ")
      for (i = 1; i <= count; i++) {
        value = ENVIRON[name[i]]
        if (length(value) < 6) continue
        rest = $0; done = ""
        while ((at = index(rest, value)) > 0) {
          done = done substr(rest, 1, at - 1) "[$" name[i] "]"
          rest = substr(rest, at + length(value))
        }
        $0 = done rest
      }
      if (length($0) > 300) $0 = substr($0, 1, 300) "..."
      sub(/^ +/, ""); sub(/ +$/, "")
      print
    }'
}
_c2=$(printf '\302')
_c80=$(printf '\200')
_c9f=$(printf '\237')

# unknown, failed: end the matter of the check that runs
unknown() {
  _outcome=unknown
  _message=$1
}
failed() {
  _outcome=fail
  _message=$1
}

# claim STATUS expect|warn WORDS ACTUAL: what did not hold fails or warns; claim_file shows a file
claim() {
  [ "$1" -ne 0 ] || return 0
  case $2:$_outcome in
    expect:pass | expect:warn | expect:unknown) _outcome=fail ;;
    warn:pass) _outcome=warn ;;
    *) return 0 ;;
  esac
  _message="$3, was ${4:-not measured}"
}
claim_file() {
  [ "$1" -ne 0 ] || return 0
  case $2:$_outcome in expect:pass | expect:warn | expect:unknown | warn:pass) ;; *) return 0 ;; esac
  if [ -s "$_tmp/$4" ]; then _seen=$(head -c 2000 "$_tmp/$4" | clean); elif [ -e "$_tmp/$4" ]; then _seen=nothing; else _seen=; fi
  claim "$1" "$2" "$3" "$_seen"
}

# claim_unseen expect|warn WORDS REASON: what could not be looked at is neither so nor not so
claim_unseen() {
  case $1:$_outcome in
    expect:pass | expect:warn) _outcome=unknown ;;
    warn:pass) _outcome=warn ;;
    *) return 0 ;;
  esac
  _message="$2, was not known: $3"
}

# tool NAME HOW: whether a program is there
tool() {
  command -v "$1" >/dev/null 2>&1 && return 0
  unknown "The program $1 is not on this machine. Install it ($2)."
  return 1
}

# needs_env NAME...: whether these environment variables are set
needs_env() {
  _n=$(awk 'BEGIN { for (i = 1; i < ARGC; i++) if (!(ARGV[i] in ENVIRON)) { print ARGV[i]; exit } }' "$@")
  [ -n "$_n" ] || return 0
  unknown "The environment has no variable $_n. Set it and try again."
  return 1
}

# limit COMMAND...: runs it for at most $_limit milliseconds; gives _status, _took and _late
limit() {
  now
  _began=$_now
  if [ -n "$_timeout" ]; then
    { $_timeout "$(((_limit + 999) / 1000))" "$@" <&3 3<&- & } 3<&0
    _child=$!
    wait "$_child"
    _status=$?
  else
    { "$@" <&3 3<&- & } 3<&0
    _child=$!
    (
      sleep "$(((_limit + 999) / 1000))"
      kill "$_child"
    ) >/dev/null 2>&1 &
    _watch=$!
    wait "$_child"
    _status=$?
    kill "$_watch" 2>/dev/null
  fi
  _child=
  now
  _took=$((_now - _began))
  _late=no
  [ "$_took" -le "$_limit" ] || _late=yes
}

# ended: whether what ran came to its end in time
ended() {
  [ "$_late" = yes ] || return 0
  failed "It did not end within $_limit ms."
  return 1
}

# number VALUE below|above|at_least|at_most|equals THAN: two plain numbers
number() {
  case $1 in '') return 1 ;; esac
  # Whole numbers that every shell can hold need no other program.
  case $1$3 in
    *[!0-9]* | ???????????????*) ;;
    *)
      case $2 in
        below) [ "$1" -lt "$3" ] ;;
        above) [ "$1" -gt "$3" ] ;;
        at_least) [ "$1" -ge "$3" ] ;;
        at_most) [ "$1" -le "$3" ] ;;
        *) [ "$1" -eq "$3" ] ;;
      esac
      return
      ;;
  esac
  awk 'BEGIN {
    a = ARGV[1] + 0; b = ARGV[3] + 0; how = ARGV[2]
    if (how == "below") exit !(a < b)
    if (how == "above") exit !(a > b)
    if (how == "at_least") exit !(a >= b)
    if (how == "at_most") exit !(a <= b)
    exit !(a == b)
  }' "$1" "$2" "$3"
}

# ---- texts ---------------------------------------------------------------------------------------

# seen FILE: takes out what a terminal does not show: colours, and what a carriage return rewrote
seen() {
  [ "$(LC_ALL=C tr -d '\n\t\040-\176\200-\377' <"$_tmp/$1" | head -c 1 | wc -c)" -gt 0 ] || return 0
  _end=$(tail -c 1 "$_tmp/$1" | LC_ALL=C tr '\n' e)
  LC_ALL=C sed -e "s/$_esc\\[[0-?]*[ -\/]*[@-~]//g" -e "s/$_esc[]PX^_][^$_esc$_bell]*\($_bell\|$_esc\\\\\)//g" \
    -e "s/$_esc[ -\/]*[0-~]//g" "$_tmp/$1" | LC_ALL=C tr -d '\000' | LC_ALL=C awk -v cr="$_cr" -v end="$_end" '
    {
      sub(cr "+$", "")
      count = split($0, part, cr)
      line = ""
      for (i = 1; i <= count; i++) if (part[i] != "") line = part[i]
      printf "%s%s", (NR > 1 ? "\n" : ""), line
    }
    END { if (NR > 0 && end == "e") printf "\n" }' |
    LC_ALL=C tr -d '\001-\010\013\014\016-\037\177' >"$_tmp/plain"
  mv "$_tmp/plain" "$_tmp/$1"
  _flattened=
}
_esc=$(printf '\033')
_bell=$(printf '\007')

# flatten FILE: gives the file flat, a text as one line, in which \001 stands for line ends. What was
# made for one statement of a check serves the next.
flatten() {
  [ "$_flattened" != "$1" ] || return 0
  LC_ALL=C tr '\n\000' '\001\002' <"$_tmp/$1" >"$_tmp/flat"
  echo >>"$_tmp/flat"
  _flattened=$1
}

# flat TEXT: gives _flat, the same for a text
flat() {
  case $1 in
    *"$_line_end"*) _flat=$(printf '%s' "$1" | LC_ALL=C tr '\n' '\001') ;;
    *) _flat=$1 ;;
  esac
}

# contains FILE PART
contains() {
  [ -e "$_tmp/$1" ] || return 1
  flatten "$1"
  flat "$2"
  LC_ALL=C grep -Fq -e "$_flat" "$_tmp/flat"
}

# grep_for PATH FLAGS: gives _locale and _case for a pattern with these flags. "letters": bytes that are
# no ASCII have to be seen as letters, which not every grep does.
grep_for() {
  case $2 in *caseless*) _case=-i ;; *) _case= ;; esac
  _locale=C
  case $2 in *letters*) ;; *) return 0 ;; esac
  if [ -z "$_letters" ]; then
    _letters=no
    if printf '\303\244\n' | LC_ALL=C.UTF-8 grep -Eq '^.$' 2>/dev/null; then _letters=yes; fi
  fi
  if [ "$_letters" = yes ]; then
    _locale=C.UTF-8
  elif LC_ALL=C tr -d '\000-\177' <"$1" | grep -q .; then
    _doubt='The text has other letters than those of ASCII, which the grep of this machine does not know'
    return 1
  fi
}
_letters=

# matches FILE PATTERN [FLAGS]: an extended regular expression over the whole text
matches() {
  [ -e "$_tmp/$1" ] || return 1
  grep_for "$_tmp/$1" "${3-}" || return 1
  flatten "$1"
  # As the text is, and without the line ends at its end: "$" stands before them and after them.
  { cat "$_tmp/flat"; echo; LC_ALL=C sed "s/[$_lf$_cr]*\$//" "$_tmp/flat"; } |
    LC_ALL=$_locale grep -q $_case -E -e "$2"
}

# is_text FILE TEXT: the same but for line ends at the end
is_text() {
  [ -e "$_tmp/$1" ] || return 1
  flatten "$1"
  flat "$2"
  [ "$(LC_ALL=C sed "s/[$_lf$_cr]*\$//" "$_tmp/flat")" = "$_flat" ]
}

# is_number FILE NUMBER: the text is that number, however it is written
is_number() {
  compares "$1" equals "$2" number || is_text "$1" "$2"
}

# compares FILE HOW NUMBER DIMENSION: a number with a unit in a text; "known" asks whether it is one
compares() {
  [ -e "$_tmp/$1" ] || return 1
  LC_ALL=C awk '
    BEGIN {
      how = ARGV[2]; than = ARGV[3] + 0; wanted = ARGV[4]; apostrophe = "\047"
      ARGC = 2
      list = "ms 1 s 1000 m 60000 h 3600000 d 86400000"
      count = split(list, word, " ")
      for (i = 1; i < count; i += 2) { factor[word[i]] = word[i + 1]; kind[word[i]] = "duration" }
      list = "B 1 KB 1000 MB 1000000 GB 1000000000 TB 1000000000000 KiB 1024 MiB 1048576 GiB 1073741824 TiB 1099511627776"
      list = list " K 1024 M 1048576 G 1073741824 T 1099511627776 P 1125899906842624"
      list = list " Ki 1024 Mi 1048576 Gi 1073741824 Ti 1099511627776 Pi 1125899906842624"
      count = split(list, word, " ")
      for (i = 1; i < count; i += 2) { factor[word[i]] = word[i + 1]; kind[word[i]] = "size" }
      factor[""] = 1; kind[""] = "number"; factor["%"] = 1; kind["%"] = "number"
    }
    { text = text (NR > 1 ? "\n" : "") $0 }
    END {
      gsub(/^[ \t\r\n]+/, "", text); gsub(/[ \t\r\n]+$/, "", text)
      gsub(/\342\200\231|\302\240|\342\200\257/, apostrophe, text)
      if (!match(text, /^[+-]?[0-9.,\047]+(e[+-]?[0-9]+)?/)) exit 1
      value = substr(text, 1, RLENGTH)
      unit = substr(text, RLENGTH + 1)
      if (value ~ /^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?$/) { }
      else if (value ~ /^[+-]?[1-9][0-9]?[0-9]?(,[0-9][0-9][0-9])+(\.[0-9]+)?$/) gsub(/,/, "", value)
      else if (value ~ /^[+-]?[1-9][0-9]?[0-9]?((\.[0-9][0-9][0-9])+,[0-9]+|(\.[0-9][0-9][0-9])(\.[0-9][0-9][0-9])+)$/) {
        gsub(/\./, "", value); sub(/,/, ".", value)
      } else if (value ~ /^[+-]?[1-9][0-9]?[0-9]?(\047[0-9][0-9][0-9])+([.,][0-9]+)?$/) {
        gsub(/\047/, "", value); sub(/,/, ".", value)
      } else if (value ~ /^[+-]?[0-9]+,[0-9]+$/) sub(/,/, ".", value)
      else exit 1
      value += 0
      gsub(/^[ \t\r\n]+/, "", unit)
      if (!(unit in factor)) exit 1
      if (wanted == "percent") wanted = "number"
      if (kind[unit] != wanted) exit 1
      if (how == "known") exit 0
      value *= factor[unit]
      if (how == "below") exit !(value < than)
      if (how == "above") exit !(value > than)
      if (how == "at_least") exit !(value >= than)
      if (how == "at_most") exit !(value <= than)
      exit !(value == than)
    }' "$_tmp/$1" "$2" "$3" "$4"
}

# list_has FILE TEXT, list_is FILE TEXT...: one entry a line
list_has() {
  LC_ALL=C grep -Fxq -e "$2" "$_tmp/$1"
}
list_is() {
  _list=$1
  shift
  for _n in "$@"; do list_has "$_list" "$_n" || return 1; done
  while IFS= read -r _entry; do
    _found=no
    for _n in "$@"; do [ "$_n" != "$_entry" ] || _found=yes; done
    [ $_found = yes ] || return 1
  done <"$_tmp/$_list"
}

# entries FILE all|any FUNCTION: what FUNCTION says of each entry, which it finds in the file "entry"
entries() {
  _all=yes
  _any=no
  while IFS= read -r _entry; do
    printf '%s' "$_entry" >"$_tmp/entry"
    _flattened=
    if "$3"; then _any=yes; else _all=no; fi
  done <"$_tmp/$1"
  case $2 in
    all) [ -s "$_tmp/$1" ] && [ $_all = yes ] ;;
    *) [ $_any = yes ] ;;
  esac
}

lower() {
  LC_ALL=C tr '[:upper:]' '[:lower:]'
}

# lowered TEXT
lowered() {
  printf '%s' "$1" | lower
}

# name_of NUMBER LIST: the name that /etc/passwd or /etc/group has for a number
name_of() {
  awk -F: -v id="$1" '$3 == id && !found { printf "%s", $1; found = 1 } END { if (!found) printf "%s", id }' "$2" 2>/dev/null || printf '%s' "$1"
}
