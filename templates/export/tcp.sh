# ---- TCP -----------------------------------------------------------------------------------------

# tcp HOST PORT: connects. Gives _connect and _latency.
tcp() {
  tcp_program || return 1
  _latency=
  _connect=false
  if [ "$_by" = bash ]; then
    # shellcheck disable=SC2016
    limit bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$1" "$2" </dev/null >/dev/null 2>"$_tmp/stderr"
  else
    limit curl -q -sS -o /dev/null "telnet://$(host_for_url "$1"):$2" </dev/null >/dev/null 2>"$_tmp/stderr"
  fi
  # Not reached in time is an answer too: a closed port is often a silent one.
  if [ "$_status" -eq 0 ] && [ "$_late" = no ]; then
    _connect=true
    _latency=$_took
  fi
}

# listen HOST PORT TEXT: connects, sends the text, and takes what comes until there is silence.
# Gives _connect and the file banner.
listen() {
  tcp_program || return 1
  rm -f "$_tmp/connected" "$_tmp/banner"
  : >"$_tmp/heard"
  if [ "$_by" = bash ]; then
    # shellcheck disable=SC2016
    bash -c 'exec 3<>"/dev/tcp/$0/$1" && : >"$3" && printf %s "$2" >&3 && exec cat <&3' \
      "$1" "$2" "$3" "$_tmp/connected" </dev/null >"$_tmp/heard" 2>/dev/null &
  else
    {
      printf '%s' "$3"
      sleep "$(((_limit + 999) / 1000))"
    } 2>/dev/null | curl -q -sS -v "telnet://$(host_for_url "$1"):$2" >"$_tmp/heard" 2>"$_tmp/stderr" &
  fi
  _child=$!
  now
  _began=$_now
  _last=$_now
  _size=0
  while kill -0 "$_child" 2>/dev/null; do
    now
    _n=$(wc -c <"$_tmp/heard")
    if [ "$_n" -ne "$_size" ]; then
      _size=$_n
      _last=$_now
    elif [ "$_size" -gt 0 ] && [ $((_now - _last)) -gt 600 ]; then
      break
    elif [ $((_now - _began)) -gt "$_limit" ]; then
      kill "$_child" 2>/dev/null
      _child=
      if [ -e "$_tmp/connected" ] || is_connected; then
        failed "It did not end within $_limit ms."
        return 1
      fi
      break
    fi
    sleep 0.2 2>/dev/null || sleep 1
  done
  [ -z "$_child" ] || kill "$_child" 2>/dev/null
  _child=
  _connect=false
  if [ -e "$_tmp/connected" ] || is_connected; then
    _connect=true
    mv "$_tmp/heard" "$_tmp/banner"
  fi
}

is_connected() {
  [ "$_by" = curl ] && grep -q -i 'connected to\|established connection' "$_tmp/stderr"
}

# tcp_program: a program that can connect
tcp_program() {
  if command -v bash >/dev/null 2>&1; then
    _by=bash
  elif command -v curl >/dev/null 2>&1 && curl -V | grep -q '^Protocols:.* telnet'; then
    _by=curl
  else
    unknown 'No program here can connect to a port. Install bash, or curl with telnet.'
    return 1
  fi
}

host_for_url() {
  case $1 in *:*) printf '[%s]' "$1" ;; *) printf '%s' "$1" ;; esac
}
