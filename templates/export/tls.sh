# ---- TLS -----------------------------------------------------------------------------------------

# tls HOST PORT NAME [CA-FILE]: connects and looks at the certificate. Gives _valid, _days_left,
# _name_matches and _trusted, and the files expires, protocol, subject, issuer and lower, which has the names.
tls() {
  tool openssl 'package openssl' || return 1
  rm -f "$_tmp/chain" "$_tmp/leaf"
  if [ -n "${4-}" ] && ! grep -q 'BEGIN CERTIFICATE' "$4" 2>/dev/null; then
    unknown "The file $4 holds no certificate in PEM form."
    return 1
  fi
  case $1 in *:*) _target="[$1]:$2" ;; *) _target=$1:$2 ;; esac
  case $3 in *:* | [0-9]*.[0-9]*.[0-9]*.*[0-9]) set -- "$1" "$2" "$3" "${4-}" -noservername ;; *) set -- "$1" "$2" "$3" "${4-}" -servername "$3" ;; esac
  _name=$3
  _ca=$4
  shift 4
  limit openssl s_client -connect "$_target" "$@" -showcerts -min_protocol TLSv1.2 \
    </dev/null >"$_tmp/s_client" 2>"$_tmp/stderr"
  ended || return 1
  awk '/-----BEGIN CERTIFICATE-----/ { on = 1 } on { print } /-----END CERTIFICATE-----/ { on = 0 }' "$_tmp/s_client" >"$_tmp/chain"
  awk '{ print } /-----END CERTIFICATE-----/ { exit }' "$_tmp/chain" >"$_tmp/leaf"
  if [ ! -s "$_tmp/leaf" ]; then
    failed "No TLS connection to $_target: $(grep -v '^depth\|^verify\|^Connecting' "$_tmp/stderr" | head -n 2 | clean)"
    return 1
  fi
  sed -n 's/^ *Protocol *: *\(TLSv[0-9.]*\).*/\1/p; s/^New, \(TLSv[0-9.]*\),.*/\1/p' "$_tmp/s_client" | tail -n 1 | tr -d '\n' >"$_tmp/protocol"
  openssl x509 -in "$_tmp/leaf" -noout -subject -issuer -dates -ext subjectAltName \
    -nameopt esc_2253,esc_ctrl,utf8,sep_multiline,sname >"$_tmp/told" 2>/dev/null
  : >"$_tmp/subject"
  : >"$_tmp/issuer"
  : >"$_tmp/lower"
  awk -v folder="$_tmp" '
    function part() { sub(/^ +/, ""); return $0 }
    /^(subject|issuer)=/ { place = folder "/" substr($0, 1, index($0, "=") - 1); sep = ""; next }
    /^not(Before|After)=/ { print > (folder "/dates"); place = ""; next }
    /^X509v3 Subject Alternative Name/ { place = "names"; next }
    /^[^ ]/ { place = "" }
    place == "names" {
      count = split(part(), name, /, /)
      for (i = 1; i <= count; i++) if (sub(/^(DNS|IP Address):/, "", name[i])) print tolower(name[i]) > (folder "/lower")
      next
    }
    place != "" { printf "%s%s", sep, part() > place; sep = ", " }' "$_tmp/told"
  tls_dates
  tls_name
  tls_trust
  _valid=false
  [ "$_in_time" = true ] && [ "$_name_matches" = true ] && [ "$_trusted" = true ] && _valid=true
  return 0
}

tls_dates() {
  awk -v now="$(date +%s)" '
    function seconds(text, part, clock, y, m, d, era, yoe, doy, doe) {
      sub(/^[^=]*=/, "", text)
      split(text, part, /[ ]+/)
      m = (index("JanFebMarAprMayJunJulAugSepOctNovDec", part[1]) + 2) / 3
      d = part[2] + 0; y = part[4] + 0
      split(part[3], clock, ":")
      iso = sprintf("%04d-%02d-%02dT%s%s", y, m, d, part[3], "Z")
      y -= m <= 2
      era = int(y / 400); yoe = y - era * 400
      doy = int((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
      doe = yoe * 365 + int(yoe / 4) - int(yoe / 100) + doy
      return (era * 146097 + doe - 719468) * 86400 + clock[1] * 3600 + clock[2] * 60 + clock[3]
    }
    /^notBefore/ { from = seconds($0) }
    /^notAfter/ { to = seconds($0) }
    END {
      tenths = (to - now) / 8640
      down = int(tenths)
      if (down > tenths) down--
      printf "%.1f %s %s\n", down / 10, iso, (now > to || now < from ? "false" : "true")
    }' "$_tmp/dates" >"$_tmp/days"
  read -r _days_left _n _in_time <"$_tmp/days"
  _days_left=${_days_left%.0}
  printf '%s' "$_n" >"$_tmp/expires"
}

tls_name() {
  _name_matches=false
  case $_name in
    *:* | [0-9]*.[0-9]*.[0-9]*.*[0-9])
      openssl x509 -in "$_tmp/leaf" -noout -checkip "$_name" | grep -q 'does match' && _name_matches=true
      ;;
    *)
      _wanted=$(lowered "${_name%.}")
      while IFS= read -r _n; do
        case $_n in
          '*.'*) case $_wanted in ?*.*) [ "${_wanted#*.}" != "${_n#??}" ] || _name_matches=true ;; esac ;;
          *) [ "$_wanted" != "$_n" ] || _name_matches=true ;;
        esac
      done <"$_tmp/lower"
      ;;
  esac
}

# An expired certificate of a good authority is trusted, one in its chain that is expired is not.
tls_trust() {
  _trusted=false
  set -- -purpose sslserver -untrusted "$_tmp/chain"
  [ -z "$_ca" ] || set -- "$@" -no-CApath -no-CAstore -CAfile "$_ca"
  [ "$_in_time" = true ] || set -- "$@" -no_check_time
  if openssl verify "$@" "$_tmp/leaf" >/dev/null 2>&1; then _trusted=true; fi
}
