# ---- ports ---------------------------------------------------------------------------------------

# port NUMBER tcp|udp [ADDRESS]: looks in /proc what listens. Gives _listening, the file scope and the
# lists addresses, programs and users; _no_listening, _no_program say why something is not seen.
port() {
  _no_listening=
  _no_program=
  _listening=false
  rm -f "$_tmp/scope" "$_tmp/addresses" "$_tmp/programs" "$_tmp/users"
  if [ ! -r "/proc/net/$2" ]; then
    unknown 'This machine has no /proc, so this script cannot tell what listens on a port.'
    return 1
  fi
  ss -H -6 -ln"${2%"${2#?}"}" "sport = :$1" >"$_tmp/bound" 2>/dev/null
  case $2 in tcp) _state=0A ;; *) _state=07 ;; esac
  cat "/proc/net/$2" "/proc/net/${2}6" 2>/dev/null |
    awk -v number="$1" -v state="$_state" -v asked="${3-}" -v bound="$_tmp/bound" \
      -v order="$(printf '\001\000' | od -An -tu2)" '
      function value(text, i, sum) {
        sum = 0
        for (i = 1; i <= length(text); i++) sum = sum * 16 + index("123456789ABCDEF", substr(text, i, 1))
        return sum
      }
      function low(text) { text = tolower(text); sub(/^0+/, "", text); return text == "" ? "0" : text }
      # The bytes of each word of 32 bits lie in the order of the machine.
      function bytes(text, out, i, k) {
        if (order + 0 == 256) return text
        for (i = 1; i <= length(text); i += 8) for (k = 6; k >= 0; k -= 2) out = out substr(text, i + k, 2)
        return out
      }
      function dotted(text) {
        return value(substr(text, 1, 2)) "." value(substr(text, 3, 2)) "." value(substr(text, 5, 2)) "." value(substr(text, 7, 2))
      }
      function address(text, i, at, run, best, most, out) {
        text = bytes(toupper(text))
        if (length(text) == 8) return dotted(text)
        if (text ~ /^00000000000000000000FFFF/) return dotted(substr(text, 25))
        most = 1
        for (i = 0; i < 8; i++) {
          group[i] = low(substr(text, i * 4 + 1, 4))
          run = group[i] == "0" ? run + 1 : 0
          if (run > most) { most = run; best = i - run + 1 }
        }
        for (i = 0; i < 8; i++) {
          if (most > 1 && i == best) { out = out "::"; i += most - 1; continue }
          out = out (out == "" || out ~ /::$/ ? "" : ":") group[i]
        }
        return out
      }
      BEGIN {
        while ((getline line < bound) > 0) {
          split(line, part, " ")
          if (part[4] ~ /^\*:/) both = 1
          if (part[4] ~ /^\[::\]:/) six = 1
        }
      }
      $4 == state && $3 ~ /:0000$/ {
        split($2, part, ":")
        if (value(part[2]) != number) next
        here = address(part[1])
        how = "yes"
        if (asked != "" && here != asked) {
          how = "no"
          if (here == "0.0.0.0" && asked !~ /:/) how = "yes"
          if (here == "::") how = asked ~ /:/ ? "yes" : (both == six ? "maybe" : (both ? "yes" : "no"))
        }
        print how, here, $8, $10
      }' >"$_tmp/sockets"
  if ! grep -q '^yes ' "$_tmp/sockets"; then
    if grep -q '^maybe ' "$_tmp/sockets"; then
      _no_listening="it listens on ::, and whether that takes $3 too cannot be seen"
      _no_program=$_no_listening
    fi
    return 0
  fi
  _listening=true
  awk '$1 == "yes" { print $2 }' "$_tmp/sockets" | sort -u >"$_tmp/addresses"
  awk '
    /^(0\.0\.0\.0|::)$/ { any = 1; next }
    /^(127\..*|::1)$/ { next }
    { specific = 1 }
    END { printf "%s", (any ? "any" : (specific ? "specific" : "loopback")) }' "$_tmp/addresses" >"$_tmp/scope"
  awk '$1 == "yes" { print $3 }' "$_tmp/sockets" | sort -u | while read -r _n; do
    name_of "$_n" /etc/passwd
    echo
  done | sort -u >"$_tmp/users"
  port_programs
}

port_programs() {
  _wanted=$(awk '$1 == "yes" { printf " %s", $4 }' "$_tmp/sockets")
  ls -ln /proc/[0-9]*/fd 2>/dev/null | awk -v wanted="$_wanted " '
    /^\/proc\// { split($0, part, "/"); pid = part[3] }
    match($0, /socket:\[[0-9]+\]/) {
      inode = substr($0, RSTART + 8, RLENGTH - 9)
      if (index(wanted, " " inode " ") && !seen[pid, inode]++) print inode, pid
    }' >"$_tmp/holders"
  for _n in $_wanted; do
    grep -q "^$_n " "$_tmp/holders" && continue
    _no_program='who holds it is not seen: run this as root on the host'
    return 0
  done
  while read -r _n _p; do
    _first=$({ tr '\000' '\n' <"/proc/$_p/cmdline"; } 2>/dev/null | head -n 1)
    [ -n "$_first" ] || _first=$(cat "/proc/$_p/comm" 2>/dev/null)
    _short=${_first#-}
    _short=${_short%% *}
    _short=${_short%:}
    printf '%s\n' "${_short##*/}"
  done <"$_tmp/holders" | sort -u >"$_tmp/programs"
}
