/** The clock of this process, set to another instant, from which it goes on. */
export interface ShiftedClock extends Disposable {
  /** Gives the milliseconds by which it is off then. */
  readonly set: (instant: string) => number;
}

/** Sets the clock of this process until it is disposed of; one test at a time can do so. */
export function shiftClock(instant: string): ShiftedClock {
  const RealDate = Date;
  let shift = 0;
  const set = (to: string): number => (shift = RealDate.parse(to) - RealDate.now());
  set(instant);
  globalThis.Date = class extends RealDate {
    constructor(...given: readonly []) {
      if (given.length === 0) super(RealDate.now() + shift);
      else super(...given);
    }

    static override now() {
      return RealDate.now() + shift;
    }
  } as DateConstructor;
  return {
    set,
    [Symbol.dispose]() {
      globalThis.Date = RealDate;
    },
  };
}
