/** Where the engineer was, so that the wizard opens there again. */
export interface CursorPosition {
  readonly step: string;
  readonly item?: string;
}
