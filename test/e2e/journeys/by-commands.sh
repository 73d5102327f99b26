#!/bin/sh
# A whole handoff of a team's own checklist by commands alone, from `new` to `archive`: what the wizard
# plays in own-file.test.ts. Called with the program, in a folder that has team.md and handoff.yaml.
set -eu

program=$1
hw() { node "$program" "$@"; }

# Every item named on standard input is done.
done_all() {
  while read -r item; do
    printf '{"type":"item/settled","item":"%s","status":"done"}\n' "$item"
  done | hw apply -
}

# Every item named on standard input gets its text, which says what the item is.
write_all() {
  while IFS='|' read -r item text; do
    printf '{"type":"item/written","item":"%s","text":"All of %s."}\n' "$item" "$text"
  done | hw apply -
}

hw new --customer 'Apex Banking' --system 'Payments API' --playbook team.md

hw item all-success-criteria-have-been-validated done
done_all <<'ITEMS'
everything-is-working-as-expected
documentation-is-complete-architecture-runbooks
customer-team-has-been-trained
access-and-credentials-are-documented
handoff-session-is-scheduled
success-team-is-briefed
ITEMS

hw item set architecture-overview-whats-running-where \
  --text "All of architecture overview (what's running where)."
write_all <<'ITEMS'
configuration-details-values-settings|configuration details (values, settings, customizations)
dependencies-and-integrations|dependencies and integrations
access-requirements-and-credentials|access requirements and credentials
network-topology-and-connectivity|network topology and connectivity
how-to-check-system-health|how to check system health
how-to-restart-services-if-needed|how to restart services if needed
how-to-view-logs-and-troubleshoot|how to view logs and troubleshoot
how-to-perform-backups|how to perform backups
how-to-handle-common-issues|how to handle common issues
escalation-procedures|escalation procedures
architecture-diagrams|architecture diagrams
key-workflows-and-processes|key workflows and processes
common-tasks-and-procedures|common tasks and procedures
troubleshooting-guide|troubleshooting guide
faq-or-known-issues|faq or known issues
ITEMS

hw row add contacts 'name=Mina Okafor' 'level=severity 1' 'channel=desk 12' 'response=15 min' tested=today
hw item set finish.severities --text 'Severity 1 within 15 minutes.'
hw item set finish.risks --text 'The disk fills within a year.'
hw row add approvers 'name=Mina Okafor' 'role=head of operations'

hw check --trust
hw session plan 'tomorrow 10:00'
hw gate session

hw session start
done_all <<'TOPICS'
what-was-deployed-and-where
architecture-and-key-components
how-it-fits-into-their-environment
TOPICS
hw session block next
done_all <<'TOPICS'
show-them-how-to-access-the-system
demonstrate-key-workflows
walk-through-operational-procedures
show-them-where-logs-and-monitoring-are
TOPICS
hw session block next
done_all <<'TOPICS'
answer-questions-about-operation
clarify-any-procedures
address-concerns
TOPICS
hw session block next
done_all <<'TOPICS'
who-to-contact-for-support
how-to-get-help
what-happens-next-success-team-support-model
TOPICS
hw session end

done_all <<'ITEMS'
let-them-drive-have-them-perform-key-tasks
dont-rush-ensure-they-understand
document-questions-and-answers
record-the-session-if-possible-with-permission
follow-up-with-written-summary
send-handoff-documentation-within-24-hours
share-session-recording-if-available
provide-summary-of-what-was-covered
include-links-to-all-resources
confirm-they-have-everything-they-need
be-available-for-questions-first-week-or-two
check-in-after-a-few-days-to-see-how-its-going
address-any-gaps-in-documentation
ensure-success-team-is-ready
update-crm-tracking-system-with-handoff-status
archive-project-documentation
share-lessons-learned-with-team
complete-retrospective
ITEMS

hw gate closing
hw sign 'Mina Okafor' accepted --role 'head of operations' --how 'in person'
hw docs --out handoff-documents
hw archive --out handoff.zip
hw verify handoff.zip
