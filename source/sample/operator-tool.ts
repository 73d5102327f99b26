import {shellWord} from '../checks/kinds/typed-command.ts';

/** What the tool does, without a single quote, since it stands between two. */
const code = `
const [action = "health"] = process.argv.slice(1);
const routes = {health: ["GET", "/healthz"], list: ["GET", "/orders"], restart: ["POST", "/restart"]};
const route = routes[action];
if (!route) {
  console.error("usage: sh orders health|list|restart");
  process.exit(2);
}
const answer = await fetch(process.env.ORDERS_BASE + route[1], {method: route[0]});
console.log(await answer.text());
if (!answer.ok) process.exitCode = 1;
`;

/** The script orders with which the sample is operated; it needs nothing but this Node. */
export function operatorTool(port: number): string {
  return `#!/bin/sh
# Operates the Orders service: sh orders health|list|restart
ORDERS_BASE=http://127.0.0.1:${port}
export ORDERS_BASE
exec ${shellWord(process.execPath)} --input-type=module -e '${code}' -- "$@"
`;
}
