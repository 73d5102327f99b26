import {architectureOf} from '../../../handoff/architecture/architecture.ts';
import {drawTree} from '../../../handoff/architecture/draw-tree.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {line, truncate, type Line} from '../../list/line.ts';

/** The architecture as a diagram of text, a row of the screen each. */
export function diagramLines(handoff: Handoff, width: number): Line[] {
  return drawTree(architectureOf(handoff)).map((row) => line(truncate(row, width)));
}
