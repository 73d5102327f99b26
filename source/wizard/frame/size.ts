/** The room that something has on the screen, in cells and rows. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
