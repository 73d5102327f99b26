# ---- running -------------------------------------------------------------------------------------

# outcome_of NUMBER: how a check that ran before ended
outcome_of() {
  eval "printf '%s' \"\${_outcome_$1:-not run}\""
}

# once NUMBER: one try
once() {
  _outcome=pass
  _message=
  _doubt=
  _perf=
  _told=
  _flattened=
  "check_$1"
  if [ -n "$_doubt" ]; then unknown "$_doubt."; fi
  # A monitoring plugin says best itself what its state means.
  case $_told:$_message in :*) ;; *:'status: expected'*) _message=$_told ;; esac
}

# tries NUMBER TIMES|UNTIL:MS PAUSE: a check until it neither fails nor stays unknown
tries() {
  now
  _first_try=$_now
  _try=1
  while :; do
    once "$1"
    case $_outcome in pass | warn) return ;; esac
    case $2 in
      until:*)
        now
        [ $((_now - _first_try + $3)) -le "${2#until:}" ] || return
        ;;
      *) [ "$_try" -le "$2" ] || return ;;
    esac
    _try=$((_try + 1))
    sleep "$(awk 'BEGIN { print ARGV[1] / 1000 }' "$3")" 2>/dev/null || sleep "$((($3 + 999) / 1000))"
  done
}

# waived UNTIL WHO WHY: a bad outcome accepted on purpose, on the days before
waived() {
  case $_outcome in fail | warn | unknown) ;; *) return ;; esac
  [ "$(date +%Y%m%d)" -lt "$1" ] || return
  _message="Waived by $2: $3 (without the waiver: $_outcome, $_message)"
  _outcome=waived
}

skip() {
  _outcome=skipped
  _message="Not run: $1."
}

went_well() {
  case $(outcome_of "$1") in pass | warn | waived) ;; *) return 1 ;; esac
}
