# ---- services ------------------------------------------------------------------------------------

# service_state NAME MANAGER [PREFIX...]: asks the service manager. Gives _running, _enabled (empty
# where that cannot be told) and the file state.
service_state() {
  _service=$1
  _manager=$2
  shift 2
  _enabled=
  rm -f "$_tmp/state"
  case $_manager in auto | systemd) by_systemd "$@" && return 0 ;; esac
  [ "$_outcome" = pass ] || return 1
  case $_manager in auto | openrc) by_openrc "$@" && return 0 ;; esac
  [ "$_outcome" = pass ] || return 1
  if [ $# -eq 0 ]; then
    case $_manager in auto | sysv) by_sysv && return 0 ;; esac
    [ "$_outcome" = pass ] || return 1
  fi
  unknown "No service manager answers here about $_service. Run this where the service runs."
  return 1
}

asked() {
  limit env "$@" </dev/null >"$_tmp/said" 2>"$_tmp/stderr"
  ended || return 1
  [ "$_status" -ne 126 ] && [ "$_status" -ne 127 ]
}

by_systemd() {
  asked "$@" LC_ALL=C systemctl show --no-pager --property=LoadState,ActiveState,SubState,UnitFileState -- "$_service" || return 1
  [ "$_status" -eq 0 ] && grep -q '^ActiveState=' "$_tmp/said" || return 1
  _active=
  _sub=
  _unit=
  while IFS='=' read -r _key _n; do
    case $_key in ActiveState) _active=$_n ;; SubState) _sub=$_n ;; UnitFileState) _unit=$_n ;; esac
  done <"$_tmp/said"
  _running=false
  case $_active in active | reloading) _running=true ;; esac
  _enabled=false
  case $_unit in
    enabled | enabled-runtime | static | alias | indirect | generated | transient) _enabled=true ;;
  esac
  if [ -n "$_sub" ]; then printf '%s (%s)' "$_active" "$_sub"; else printf '%s' "$_active"; fi >"$_tmp/state"
}

by_openrc() {
  asked "$@" LC_ALL=C rc-service --exists "$_service" || return 1
  if [ "$_status" -ne 0 ]; then
    _running=false
    _enabled=false
    printf absent >"$_tmp/state"
    return 0
  fi
  asked "$@" LC_ALL=C rc-service "$_service" status || return 1
  _running=false
  [ "$_status" -ne 0 ] || _running=true
  cat "$_tmp/stderr" >>"$_tmp/said"
  sed -n 's/.*status: *\([a-zA-Z0-9_]*\).*/\1/p' "$_tmp/said" | head -n 1 | tr -d '\n' >"$_tmp/state"
  if asked "$@" LC_ALL=C rc-update show; then
    _enabled=$(awk -F'|' -v name="$_service" 'BEGIN { found = "false" } { gsub(/ /, "", $1); gsub(/ /, "", $2); if ($1 == name && $2 != "") found = "true" } END { print found }' "$_tmp/said")
  fi
}

by_sysv() {
  [ -e "/etc/init.d/$_service" ] || [ "$_manager" = sysv ] || return 1
  if command -v service >/dev/null 2>&1; then
    asked LC_ALL=C service "$_service" status || return 1
  else
    asked LC_ALL=C "/etc/init.d/$_service" status || return 1
  fi
  case $_status in
    0) _running=true ;;
    1 | 2 | 3) _running=false ;;
    *) return 1 ;;
  esac
  cat "$_tmp/stderr" >>"$_tmp/said"
  awk '{ gsub(/^[ \t]+/, ""); gsub(/[ \t\r]+$/, "") } $0 != "" { printf "%s", $0; exit }' "$_tmp/said" >"$_tmp/state"
  if [ ! -s "$_tmp/state" ]; then
    case $_status in 0) _n=running ;; 1) _n='dead, and its pid file is there' ;; 2) _n='dead, and its lock file is there' ;; *) _n='not running' ;; esac
    printf '%s' "$_n" >"$_tmp/state"
  fi
  _enabled=false
  for _n in /etc/rc[2345S].d/S[0-9][0-9]"$_service"; do [ ! -e "$_n" ] && [ ! -h "$_n" ] || _enabled=true; done
}
