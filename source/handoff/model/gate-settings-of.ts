import {defaultGates, type GateSettings, type Playbook} from '../../playbook/playbook.ts';

/** The thresholds in force, the defaults where the playbook has no gates. */
export function gateSettings({playbook}: {readonly playbook: Playbook}): GateSettings {
  return playbook.gates ?? defaultGates;
}
