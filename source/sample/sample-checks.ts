/** The checks file of the sample system: one check of each kind, all of them real. */
export function sampleChecks(port: number): string {
  return `# Checks of the sample system. Every one of them really runs.
system: Orders service
vars:
  base: http://127.0.0.1:${port}

checks:
  - name: Service is healthy
    description: The health end point answers in time and says ok.
    http:
      url: \${base}/healthz
      proxy: none
    expect:
      status: 200
      json: {$.status: ok, $.version: 2.4.1}
    warn:
      latency: {below: 5s}
    proves: check-health
    fix: See the runbook, part "Check health".

  - name: Orders can be read
    http:
      url: \${base}/orders
      proxy: none
    expect:
      status: 200
      body: {contains: Card terminal}

  - name: Port is open
    tcp: 127.0.0.1:${port}
    expect: {connect: true}

  - name: Data folder holds the orders
    command: test -s data/orders.json && grep -c amount data/orders.json
    expect:
      exit: 0
      stdout: {matches: /^\\d+$/m}
    fix: Restore the folder from the last backup, as the runbook says.

  - name: No errors in the log
    log: {path: logs/orders.log}
    expect: {forbid: /\\bERROR\\b/}
    severity: recommended
`;
}
