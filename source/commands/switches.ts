/** What the options of every command say of this call. */
export interface Switches {
  /** Whether each plain question is answered with yes. */
  readonly saysYes: boolean;
  /** Whether anything may be asked. */
  readonly hasInput: boolean;
  /** Whether lines may have colours, as far as the options say. */
  readonly hasColor: boolean;
  readonly hasPager: boolean;
}

const usual: Switches = {saysYes: false, hasInput: true, hasColor: true, hasPager: true};

let current = usual;

/** What the options of every command say of this call. */
export function switches(): Switches {
  return current;
}

/** Takes what the options say; without any, all is as is usual. */
export function setSwitches(next: Switches = usual): void {
  current = next;
}
