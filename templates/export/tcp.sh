# ---- TCP -----------------------------------------------------------------------------------------

# tcp HOST PORT [yes TEXT]: connects; with yes it listens too, after sending the text.
# Gives _connect, _latency and the file banner.
tcp() {
  rm -f "$_tmp/banner"
  _latency=
  if command -v bash >/dev/null 2>&1; then
    # shellcheck disable=SC2016
    limit bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" </dev/null >/dev/null 2>"$_tmp/stderr"
  elif command -v curl >/dev/null 2>&1 && curl -V | grep -q '^Protocols:.* telnet'; then
    limit curl -q -sS -o /dev/null "telnet://$(host_for_url "$1"):$2" </dev/null >/dev/null 2>"$_tmp/stderr"
  else
    unknown 'No program here can connect to a port. Install bash or curl (with telnet).'
    return 1
  fi
  if [ "$_status" -eq 0 ] && [ "$_late" = no ]; then
    _connect=true
    _latency=$_took
  else
    _connect=false
    return 0
  fi
  [ "${3-}" = yes ] || return 0
  # The first connection only tells that there is one; over this one the other side is heard.
  : >"$_tmp/banner"
  if command -v bash >/dev/null 2>&1; then
    # shellcheck disable=SC2016
    bash -c 'exec 3<>"/dev/tcp/$0/$1" && printf %s "$2" >&3 && exec cat <&3' "$1" "$2" "${4-}" \
      </dev/null >"$_tmp/banner" 2>/dev/null &
  else
    {
      printf '%s' "${4-}"
      sleep "$(((_limit + 999) / 1000))"
    } 2>/dev/null | curl -q -sS "telnet://$(host_for_url "$1"):$2" >"$_tmp/banner" 2>/dev/null &
  fi
  _child=$!
  _began=$(now)
  _size=0
  while kill -0 "$_child" 2>/dev/null; do
    if [ $(($(now) - _began)) -gt "$_limit" ]; then
      kill "$_child" 2>/dev/null
      _child=
      failed "It did not end within $_limit ms."
      return 1
    fi
    sleep 1
    _n=$(wc -c <"$_tmp/banner")
    [ "$_n" -eq "$_size" ] || [ "$_size" -ne 0 ] || _size=0
    [ "$_n" -eq 0 ] || [ "$_n" -ne "$_size" ] || break
    _size=$_n
  done
  kill "$_child" 2>/dev/null
  _child=
}

host_for_url() {
  case $1 in *:*) printf '[%s]' "$1" ;; *) printf '%s' "$1" ;; esac
}
