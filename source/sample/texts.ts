/** What the sample's engineer has written, by item of the built-in playbook. */
export function sampleTexts(port: number): Readonly<Record<string, string>> {
  const base = `http://127.0.0.1:${port}`;
  return {
    'architecture-overview': `One process serves orders over HTTP. It reads its data from a folder and writes one log.`,
    configuration: `Version 2.4.1. What the table does not name is the default.`,
    'view-logs': `One line per request: time, level, method, path, status. A request that failed has WARN or ERROR.`,
    'common-issues': `| symptom | cause | remedy |
|---|---|---|
| 404 on /orders | old till software | update the till |
| Health answers slowly | log disk is full | rotate the log |`,
    'how-to-access-it': `The service answers at ${base}. Operators use their own host accounts.`,
    'who-to-contact': `Support desk on business days from 8 to 18 h; at night the on-call number for severity 1.`,
    resources: `- Runbooks: this document, part "How to operate it"\n- Checks: \`handoff.yaml\` in the workspace`,
  };
}
