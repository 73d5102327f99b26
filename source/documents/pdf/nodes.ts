/** Left, top, right, bottom, in points. */
export type Margin = readonly [number, number, number, number];

export interface PdfStyle {
  readonly font?: string;
  readonly fontSize?: number;
  readonly lineHeight?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly background?: string;
  readonly decoration?: 'underline' | 'lineThrough';
  readonly sup?: boolean;
  readonly sub?: boolean;
  readonly noWrap?: boolean;
  readonly alignment?: 'left' | 'right' | 'center';
  readonly margin?: Margin;
  readonly preserveLeadingSpaces?: boolean;
  /** An address elsewhere. */
  readonly link?: string;
  /** The id of a node of this document. */
  readonly linkToDestination?: string;
}

/** A piece of text within a line. */
export interface PdfRun extends PdfStyle {
  readonly text: string;
}

export interface PdfLayout {
  readonly hLineWidth: (row: number, node: PdfTable) => number;
  readonly vLineWidth: (column: number, node: PdfTable) => number;
  readonly hLineColor?: (row: number) => string;
  readonly vLineColor?: () => string;
  readonly paddingLeft: (column: number, node: PdfTable) => number;
  readonly paddingRight: (column: number, node: PdfTable) => number;
  readonly paddingTop: (row: number) => number;
  readonly paddingBottom: () => number;
  readonly fillColor?: string;
}

export interface PdfTable extends PdfStyle {
  readonly table: {
    readonly widths: readonly (number | string)[];
    readonly headerRows?: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows?: boolean;
    readonly body: readonly (readonly PdfNode[])[];
  };
  readonly layout: PdfLayout;
}

interface PdfText extends PdfStyle {
  /** Within columns. */
  readonly width?: number | 'auto';
  readonly text: string | readonly PdfRun[];
  readonly id?: string;
  /** The name of the list of contents that this is an entry of. */
  readonly tocItem?: string;
  readonly tocMargin?: Margin;
  readonly tocStyle?: PdfStyle;
  readonly tocNumberStyle?: PdfStyle;
  readonly outline?: boolean;
  readonly outlineText?: string;
  readonly outlineParentId?: string;
}

interface PdfStack extends PdfStyle {
  readonly stack: readonly PdfNode[];
  readonly unbreakable?: boolean;
}

interface PdfList extends PdfStyle {
  readonly ul?: readonly PdfNode[];
  readonly ol?: readonly PdfNode[];
  readonly start?: number;
  readonly markerColor?: string;
  readonly type?: 'none';
}

interface PdfSvg extends PdfStyle {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

interface PdfCanvas extends PdfStyle {
  readonly canvas: readonly {
    readonly type: 'line';
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly lineWidth: number;
    readonly lineColor: string;
  }[];
}

interface PdfContents extends PdfStyle {
  readonly toc: {readonly id: string};
}

interface PdfColumns extends PdfStyle {
  readonly columns: readonly PdfNode[];
  readonly columnGap?: number;
}

export type PdfNode =
  | PdfText
  | PdfStack
  | PdfList
  | PdfTable
  | PdfSvg
  | PdfCanvas
  | PdfContents
  | PdfColumns;

/** A whole document as pdfmake takes it. */
export interface PdfDocument {
  readonly content: readonly PdfNode[];
  readonly info: {
    readonly title: string;
    readonly subject?: string;
    readonly creator: string;
    readonly producer: string;
    readonly creationDate: Date;
    readonly modDate: Date;
  };
  readonly language: string;
  readonly pageSize: 'A4';
  readonly pageMargins: Margin;
  readonly version: string;
  readonly displayTitle: boolean;
  readonly defaultStyle: PdfStyle;
  readonly header: (page: number) => PdfNode;
  readonly footer: (page: number, pages: number) => PdfNode;
}
