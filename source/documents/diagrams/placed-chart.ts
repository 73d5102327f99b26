import type {ChartEdge, ChartNode} from './chart.ts';
import type {Piece, Rectangle} from './geometry.ts';
import type {LabelLine} from './measure-node.ts';

export interface PlacedNode extends Rectangle {
  readonly node: ChartNode;
  readonly lines: readonly LabelLine[];
}

export interface PlacedEdge {
  readonly edge: ChartEdge;
  /** From its begin to where its arrow's head is. */
  readonly pieces: readonly Piece[];
}

export interface PlacedTitle extends Rectangle {
  readonly lines: readonly string[];
}

export interface PlacedGroup extends Rectangle {
  readonly id: string;
  readonly title?: PlacedTitle | undefined;
}

/** A chart with a place for everything. */
export interface PlacedChart {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly groups: readonly PlacedGroup[];
}
