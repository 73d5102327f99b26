# ---- hosts ---------------------------------------------------------------------------------------

# host [auto|chrony|ntpd|timesyncd]: looks at memory, load, processors and uptime, and asks the time
# service. Gives a
# variable for each, such as _memory_total (bytes) and _uptime (ms), and where something is not told
# the reason, such as _no_memory_total.
host() {
  if [ ! -r /proc/meminfo ]; then
    unknown 'This machine has no /proc, so this script cannot tell of it.'
    return 1
  fi
  _group_folder=/sys/fs/cgroup
  for _n in /proc/meminfo /proc/loadavg /proc/uptime /sys/devices/system/cpu/online \
    "$_group_folder/memory.max" "$_group_folder/memory.current" "$_group_folder/memory.stat" \
    "$_group_folder/memory.swap.max" "$_group_folder/memory.swap.current" "$_group_folder/cpu.max"; do
    [ -r "$_n" ] && echo "==> ${_n##*/}" && cat "$_n"
  done >"$_tmp/texts" 2>/dev/null
  LC_ALL=C awk '
    function up(number) { return int(number) < number ? int(number) + 1 : int(number) }
    function least(a, b) { return a < b ? a : b }
    function tell(name, value) {
      if (value == "") { print name; print "no_" name, "this host does not tell" }
      else { printf "%s %.10g\n", name, value; print "no_" name }
    }
    function room(name, total, left, used) {
      tell(name "_total", total)
      tell(name "_available", total == "" ? "" : left)
      used = total == "" || left == "" ? "" : total - left
      if (used != "" && used < 0) used = 0
      tell(name "_used", used)
      tell(name "_used_percent", used == "" || total == 0 ? "" : up(used * 1000 / total) / 10)
      if (total != "" && total == 0) print "no_" name "_used_percent there is none"
    }
    /^==> / { part = $2; next }
    part == "meminfo" { sub(/:/, "", $1); memory[$1] = $2 * 1024 }
    part == "loadavg" { load[1] = $1; load[5] = $2; load[15] = $3 }
    part == "uptime" { up_time = $1 * 1000 }
    part == "online" {
      count = split($1, range, ",")
      for (i = 1; i <= count; i++) {
        ends = split(range[i], end, "-")
        online += end[ends] - end[1] + 1
      }
    }
    part == "memory.max" && $1 ~ /^[0-9]+$/ { most = $1 }
    part == "memory.current" { current = $1 }
    part == "memory.stat" && $1 == "inactive_file" { cache = $2 }
    part == "memory.swap.max" && $1 ~ /^[0-9]+$/ { swap_most = $1 }
    part == "memory.swap.current" { swap_current = $1 }
    part == "cpu.max" && $1 ~ /^[0-9]+$/ { share = $1 / $2 }
    END {
      total = memory["MemTotal"]; left = memory["MemAvailable"]
      if (most != "" && most + 0 < total + 0) {
        total = most
        own = current == "" ? "" : most - (current > cache ? current - cache : 0)
        if (own != "" && own < 0) own = 0
        left = own == "" ? "" : (left == "" ? own : least(own, left))
      }
      room("memory", total, left)
      total = memory["SwapTotal"]; left = memory["SwapFree"]
      if (swap_most != "" && swap_current != "" && swap_most + 0 < total + 0) {
        total = swap_most
        own = swap_most > swap_current ? swap_most - swap_current : 0
        left = left == "" ? own : least(own, left)
      }
      room("swap", total, left)
      for (i = 1; i <= 15; i += i == 1 ? 4 : 10) {
        tell("load_" i, load[i])
        tell("load_" i "_per_processor", load[i] == "" || !online ? "" : int(load[i] * 100 / online + 0.5) / 100)
      }
      tell("processors", share != "" && (online == "" || share < online) ? share : online)
      tell("uptime", up_time)
    }' "$_tmp/texts" >"$_tmp/told"
  while read -r _key _n; do eval "_$_key=\$_n"; done <"$_tmp/told"
  [ -z "${1-}" ] || host_clock "$1"
}

# host_clock SERVICE: gives _clock_synchronized and _clock_offset (ms), or why they are not told
host_clock() {
  _clock_synchronized=
  _clock_offset=
  _no_clock_synchronized=
  _no_clock_offset=
  if clock_by chrony "$1" && clock_said chronyc -n tracking && grep -q '^Leap status' "$_tmp/said"; then
    _clock_synchronized=true
    if grep -q '^Leap status *: Not synchronised' "$_tmp/said"; then _clock_synchronized=false; fi
    _clock_offset=$(awk '/^System time/ { printf "%.10g", $4 * 1000 }' "$_tmp/said")
  elif clock_by ntpd "$1" && clock_said ntpq -n -c 'rv 0 leap,stratum,offset' && grep -q 'stratum=' "$_tmp/said"; then
    _clock_synchronized=true
    if grep -Eq 'leap=(11|3)|stratum=16' "$_tmp/said"; then _clock_synchronized=false; fi
    _clock_offset=$(tr ',' '\n' <"$_tmp/said" | sed -n 's/^ *offset=[-+]*\([0-9.]*\).*/\1/p')
  elif clock_by timesyncd "$1" && clock_said timedatectl show --property=NTPSynchronized --property=NTP && grep -q '^NTPSynchronized=' "$_tmp/said"; then
    _clock_synchronized=false
    if grep -q '^NTPSynchronized=yes' "$_tmp/said"; then _clock_synchronized=true; fi
    if clock_said timedatectl timesync-status --no-pager; then
      _clock_offset=$(LC_ALL=C awk '
        BEGIN {
          count = split("us 0.001 ms 1 s 1000 min 60000 h 3600000 d 86400000 w 604800000 month 2629800000 y 31557600000", part, " ")
          for (i = 1; i < count; i += 2) factor[part[i]] = part[i + 1]
          factor[""] = 1
        }
        /^ *Offset:/ {
          for (i = 2; i <= NF; i++) {
            sub(/^[-+]/, "", $i)
            unit = $i
            gsub(/[0-9.]/, "", unit)
            sub(/^\302\265/, "u", unit)
            sum += ($i + 0) * factor[unit]
          }
          printf "%.10g", sum
        }' "$_tmp/said")
    fi
  else
    _no_clock_synchronized='no time service answers here'
    _no_clock_offset=$_no_clock_synchronized
    return 0
  fi
  if [ "$_clock_synchronized" = false ]; then
    _clock_offset=
    _no_clock_offset='the clock is not synchronised'
  elif [ -z "$_clock_offset" ]; then
    _no_clock_offset='the time service does not tell how far the clock is off'
  fi
}

clock_by() {
  [ "$2" = auto ] || [ "$2" = "$1" ]
}

clock_said() {
  command -v "$1" >/dev/null 2>&1 || return 1
  limit env LC_ALL=C "$@" </dev/null >"$_tmp/said" 2>"$_tmp/stderr"
  [ "$_late" = no ] && [ "$_status" -eq 0 ]
}
