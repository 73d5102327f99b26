import {readGate} from '../../handoff/gates/gates.ts';
import type {GateName} from '../../handoff/model/gate-waiver.ts';
import {openObstacles} from '../gate/open-obstacles.tsx';
import type {View} from '../view.ts';

/** Goes on where a gate is open; where it is shut, shows what is missing instead. */
export function passGate(view: View, name: GateName, onOpen: () => void): void {
  if (readGate(view.handoff, name, view.now()).missing.length === 0) onOpen();
  else openObstacles(view, name);
}
