import {architectureDiagram} from '../../../handoff/registers/diagram.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {line, truncate, type Line} from '../../list/line.ts';

/** The architecture as a diagram of text, a row of the screen each. */
export function diagramLines(handoff: Handoff, width: number): Line[] {
  return architectureDiagram(handoff).map((row) => line(truncate(row, width)));
}
