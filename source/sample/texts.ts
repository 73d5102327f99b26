/** What the sample's engineer has written, by item of the built-in playbook. */
export function sampleTexts(port: number): Readonly<Record<string, string>> {
  const base = `http://127.0.0.1:${port}`;
  return {
    'architecture-overview': `One process serves orders over HTTP. It reads its data from a folder and writes one log.

| component | version | runs on |
|---|---|---|
| Orders service | 2.4.1 | this machine, port ${port} |
| Data folder | – | \`data/\` in the workspace |
| Log | – | \`logs/orders.log\` in the workspace |`,
    configuration: `Version 2.4.1. The port is chosen at the start; everything else is the default. The source of truth is the workspace folder.`,
    'dependencies-and-integrations': `The service calls nothing else. The tills of the shop call it; when it is down they queue orders for one hour.`,
    'access-and-credentials': `Reading needs no account. Operators sign in to the host with their own key; the emergency account lies in the customer's vault under \`orders/break-glass\`.`,
    network: `One flow: tills to port ${port}, HTTP, inside the shop's network. No certificate, no proxy.`,
    'check-health': `Trigger: an alert, or a report that orders fail.

\`\`\`sh
curl -s ${base}/healthz
\`\`\`

Expected: \`{"status":"ok","version":"2.4.1",...}\` within half a second.`,
    'restart-services': `Trigger: health does not answer. Users notice up to one minute of queued orders.

\`\`\`sh
systemctl restart orders
\`\`\`

Verify with "Check health". Way back: none needed, a restart changes no data.`,
    'view-logs': `\`\`\`sh
tail -f logs/orders.log
\`\`\`

One line per request: time, level, method, path, status. A request that failed has WARN or ERROR.`,
    'back-up-and-restore': `Backup: copy \`data/\` every night. Restore: stop the service, copy the folder back, start it, check health. Last restored on the test host during the preparation.`,
    'common-issues': `| symptom | cause | remedy |
|---|---|---|
| 404 on /orders | old till software | update the till |
| Health answers slowly | log disk is full | rotate the log |`,
    escalation: `| severity | first | then | response |
|---|---|---|---|
| 1 | Support desk, by phone | Lee Novak, on call | 30 min, at any hour |
| 2 | Support desk, by e-mail | Lee Novak | 4 h, on business days |`,
    'architecture-diagrams': `Tills → Orders service → data folder. The log lies beside it.`,
    'key-workflows': `A till sends an order, the service stores it, the till prints a receipt.`,
    'common-tasks': `Daily: look at health. Weekly: rotate the log. Monthly: try a restore.`,
    'troubleshooting-guide': `Start with health. If it is fine, follow one order through the log by its number.`,
    'known-issues-and-frequent-questions': `Severity 3: the order list is not sorted. Workaround: sort at the till. Owner: Jordan Ruiz.`,
    'how-to-access-it': `The service answers at ${base}. Operators use their own host accounts.`,
    'who-to-contact': `Support desk on business days from 8 to 18 h; at night the on-call number for severity 1.`,
    resources: `- Runbooks: this document, part "How to operate it"\n- Checks: \`handoff.yaml\` in the workspace`,
  };
}
