import type {GateName} from '../../handoff/model/gate-waiver.ts';
import type {View} from '../view.ts';
import {Obstacles} from './obstacles.tsx';

/** Shows what is in the way, of a gate too where one is named. */
export function openObstacles(view: View, gate: GateName | undefined): void {
  view.open((now, close) => <Obstacles view={now} gate={gate} onClose={close} />);
}
