#!/bin/sh
# From the last of the preparation to the sign-off of the sample system by commands alone: what the wizard
# plays in honest.test.ts. Called with the program and the file of the moved clock, in the workspace.
set -eu

program=$1
clock=$2
hw() { node "$program" "$@"; }

# The clock of every command from here on, which goes on from that instant.
at() {
  SHIFTED_CLOCK='' node -e 'require("fs").writeFileSync(process.argv[1], String(Date.parse(process.argv[2]) - Date.now()))' \
    "$clock" "$1"
}

done_all() {
  while read -r item; do hw item "$item" done; done
}

# A task that Mina performs, with how it went.
performed() {
  hw demonstration start "$1" --by 'Mina Okafor'
  shift
  hw demonstration end "$@"
}

hw item set architecture-overview --text 'One process serves orders.
It writes one log.'
hw row add out-of-scope 'name=The tills' 'instead=Tills team'
hw row add transition 'name=Jordan Ruiz' 'deputy=Sam Ito' ends=+15 'channel=#orders-handoff'
for item in check-health restart-services view-logs back-up-and-restore; do
  hw runbook run "sample-row-$item-1" --yes --changes
done
hw check --trust
hw session plan '2026-11-10 10:20'

at 2026-11-10T10:20:00Z
hw gate session
hw session start
done_all <<'TOPICS'
what-runs-where-and-since-when
the-main-components-and-what-each-is-for
TOPICS
hw session note 'They know the host'
hw session ask 'Who rotates the log?'
hw session action 'Send the dashboards'

at 2026-11-10T10:31:00Z
hw item its-place-among-the-customers-other-systems done
hw session block next
hw session driver customer
done_all <<'TOPICS'
signing-in-with-the-customers-own-accounts
the-key-workflows-live
the-operating-procedures-health-restart-restore
logs-dashboards-and-alerts
TOPICS
performed demonstrations-check-health unaided
performed restart-a-service unaided
performed find-an-error-in-the-logs unaided
performed restore-a-backup prompted --remark 'To stop the service first'
performed escalate-an-incident unaided
performed handle-the-most-frequent-known-issue unaided

at 2026-11-10T11:03:00Z
hw session block next
done_all <<'TOPICS'
questions-about-daily-operation
procedures-that-need-a-second-look
worries-and-risks-the-customer-sees
TOPICS

at 2026-11-10T11:20:00Z
hw session block next
done_all <<'TOPICS'
whom-to-call-for-support-and-how-soon-they
other-ways-to-get-help
dates-of-the-transition-and-who-takes-over-which
TOPICS

at 2026-11-10T11:27:00Z
hw session end

at 2026-11-10T15:00:00Z
hw docs --out handoff-documents
done_all <<'ITEMS'
send-the-handoff-document
share-the-recording
send-a-summary-of-the-session
send-links-to-every-resource
confirm-that-nothing-is-missing
ITEMS

at 2026-11-12T09:00:00Z
hw check-in add 'name=Mina Okafor' 'did=Restarted it twice' found=Nothing severity=none
performed restore-a-backup unaided
hw open-point list | sed -n 's/.*<\(.*\)>$/\1/p' | while read -r point; do
  hw open-point close "$point" 'As agreed with Mina.'
done

at 2026-11-19T09:00:00Z
hw check-in add 'name=Mina Okafor' 'did=Restarted it twice' found=Nothing severity=none
hw item accounts-domains-certificates-alerts-and-jobs na --reason 'Everything runs on accounts of the shop.'

at 2026-11-25T12:00:00Z
hw check
hw gate closing
hw sign 'Mina Okafor' accepted --how 'in person'
hw docs --out out --format md
hw archive --out handoff.zip
