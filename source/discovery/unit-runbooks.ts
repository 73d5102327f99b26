import type {Finding} from './discovered.ts';
import {runbook} from './findings.ts';

/** How a service of systemd is looked at and started again. `where` is ` on app-1`, or nothing. */
export function unitRunbooks(name: string, unit: string, where: string, source: string): Finding[] {
  const make = (title: string, commands: string, effect: 'safe' | 'changes') =>
    runbook({name: `${title}${where}`, commands, effect}, source);
  return [
    make(`See whether ${name} runs`, `systemctl status --no-pager ${unit}`, 'safe'),
    make(`Restart ${name}`, `systemctl restart ${unit}`, 'changes'),
    make(`Read the journal of ${name}`, `journalctl --no-pager --unit ${unit} --since -1h`, 'safe'),
  ];
}
