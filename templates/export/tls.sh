# ---- TLS -----------------------------------------------------------------------------------------

# tls HOST PORT NAME CA-FILE [STARTTLS]: connects and looks at the certificate. Gives _valid, _days_left,
# _name_matches and _trusted, and the files expires, protocol, subject, issuer and lower, which has the names.
tls() {
  tool openssl 'package openssl' || return 1
  tls_authority "$4" || return 1
  case $1 in *:*) _target="[$1]:$2" ;; *) _target=$1:$2 ;; esac
  _name=$3
  _start=${5-}
  case $3 in *:* | [0-9]*.[0-9]*.[0-9]*.*[0-9]) set -- -noservername ;; *) set -- -servername "$3" ;; esac
  [ -z "$_start" ] || set -- "$@" -starttls "$_start"
  [ "$_start" != xmpp ] || set -- "$@" -xmpphost "$_name"
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
  tls_look
  tls_trust -purpose sslserver
  tls_judge
}

# tls_file FILE NAME CA-FILE: the same of a certificate in a file, with its chain behind it
tls_file() {
  tool openssl 'package openssl' || return 1
  tls_authority "$3" || return 1
  _name=$2
  rm -f "$_tmp/protocol"
  _no_protocol='a file has no connection'
  [ -n "$_name" ] || _no_name='no server_name says what it has to be for'
  if [ ! -e "$1" ]; then
    failed "There is no $1."
    return 1
  fi
  if [ ! -f "$1" ] || [ ! -r "$1" ]; then
    unknown "The file $1 cannot be read."
    return 1
  fi
  awk '
    /-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/ { on = 1 }
    on { sub(/TRUSTED CERTIFICATE|X509 CERTIFICATE/, "CERTIFICATE"); print }
    /-----END / { on = 0 }' "$1" 2>/dev/null >"$_tmp/chain"
  [ -s "$_tmp/chain" ] || openssl x509 -inform DER -in "$1" 2>/dev/null >"$_tmp/chain"
  awk '{ print } /-----END CERTIFICATE-----/ { exit }' "$_tmp/chain" >"$_tmp/leaf"
  if ! openssl x509 -in "$_tmp/leaf" -noout 2>/dev/null; then
    failed "There is no certificate in $1."
    return 1
  fi
  tls_look
  tls_trust
  tls_order
  tls_judge
}

# tls_authority CA-FILE: gives _ca, and nothing to be unknown yet
tls_authority() {
  rm -f "$_tmp/chain" "$_tmp/leaf"
  _no_name=
  _no_protocol=
  _ca=$1
  [ -n "$1" ] || return 0
  grep -q 'BEGIN CERTIFICATE' "$1" 2>/dev/null && return 0
  unknown "The file $1 holds no certificate in PEM form."
  return 1
}

# tls_order: an authority in front of what it issued is not the certificate that is meant
tls_order() {
  awk -v folder="$_tmp" '{ print > (folder "/part." n + 1) } /-----END CERTIFICATE-----/ { n++ }' "$_tmp/chain"
  for _n in "$_tmp"/part.*; do
    cmp -s "$_n" "$_tmp/leaf" && continue
    if openssl verify -no_check_time -partial_chain -no-CApath -no-CAstore -CAfile "$_tmp/leaf" "$_n" >/dev/null 2>&1; then
      _trusted=false
    fi
  done
  rm -f "$_tmp"/part.*
}

# tls_judge: gives _valid; a name that nobody has said is no part of it
tls_judge() {
  _valid=false
  [ "$_in_time" = true ] && [ "$_trusted" = true ] && { [ -n "$_no_name" ] || [ "$_name_matches" = true ]; } && _valid=true
  return 0
}

# tls_look: reads what stands in the certificate
tls_look() {
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
  [ -n "$_no_name" ] || tls_name
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

# tls_trust [PURPOSE...]: an expired certificate of a good authority is trusted, one in its chain that is
# expired is not.
tls_trust() {
  _trusted=false
  set -- "$@" -untrusted "$_tmp/chain"
  [ -z "$_ca" ] || set -- "$@" -no-CApath -no-CAstore -CAfile "$_ca"
  [ "$_in_time" = true ] || set -- "$@" -no_check_time
  if openssl verify "$@" "$_tmp/leaf" >/dev/null 2>&1; then _trusted=true; fi
}
