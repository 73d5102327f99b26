/** A frame around nodes, such as the host that they run on. */
export interface ChartGroup {
  readonly id: string;
  readonly label: string;
}

export interface ChartNode {
  readonly id: string;
  /** The name, then what is told of it. */
  readonly label: readonly string[];
  /** The id of the group that it is in. */
  readonly group?: string | undefined;
  /** Rounded where it is no part of what the chart is about. */
  readonly isOutside: boolean;
}

/** An arrow between nodes, by their ids. */
export interface ChartEdge {
  readonly from: string;
  readonly to: string;
}

/** Boxes and arrows, without any place yet. */
export interface Chart {
  readonly groups: readonly ChartGroup[];
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
}
