/** What people read of a kind: in the page of all checks, in `check explain`, and in their editor. */
export interface About {
  /** What such a check does, in one or two sentences. */
  readonly does: string;
  /** What is known when it passes, and what is not. Goes on from "A pass proves". */
  readonly proves: string;
  /** What each subject is, by its word. */
  readonly subjects: Readonly<Record<string, string>>;
  /** A whole checks file that works; what differs from system to system stands under `vars`. */
  readonly example: string;
}
