_passed=0
_total=0
_bad=0
_warned=0

# report SEVERITY NAME [FIX]: one line for a check, and one more for what is wrong
report() {
  _total=$((_total + 1))
  case $_outcome in
    pass) _word=PASS && _passed=$((_passed + 1)) ;;
    warn) _word=WARN && _warned=$((_warned + 1)) ;;
    skipped) _word=SKIPPED ;;
    waived) _word=WAIVED ;;
    *)
      if [ "$_outcome" = fail ]; then _word=FAIL; else _word=UNKNOWN; fi
      if [ "$1" = required ]; then _bad=$((_bad + 1)); else _warned=$((_warned + 1)); fi
      ;;
  esac
  if [ "$1" = required ]; then printf '%-8s %s\n' "$_word" "$2"; else printf '%-8s %s (%s)\n' "$_word" "$2" "$1"; fi
  [ -z "$_message" ] || printf '         %s\n' "$_message"
  case $_outcome in fail | unknown | warn) [ -z "${3-}" ] || printf '         to do: %s\n' "$3" ;; esac
}

summary() {
  echo
  echo "$_passed of $_total checks pass"
  [ "$_bad" -eq 0 ] || exit 3
  [ "$_warned" -eq 0 ] || exit 4
  exit 0
}

