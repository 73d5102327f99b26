/** Something that stands in a line of a configuration. */
export interface Placed {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** What the configuration of a web server or proxy says of the world around it. */
export interface ProxySays {
  readonly ports: readonly Placed[];
  readonly names: readonly string[];
  /** `host:port` that requests are passed on to. */
  readonly upstreams: readonly Placed[];
  readonly certificates: readonly Placed[];
  readonly logs: readonly Placed[];
}

export const saysNothing: ProxySays = {
  ports: [],
  names: [],
  upstreams: [],
  certificates: [],
  logs: [],
};

/** What several files say that one program reads. */
export function together(all: readonly ProxySays[]): ProxySays {
  return {
    ports: all.flatMap(({ports}) => ports),
    names: all.flatMap(({names}) => names),
    upstreams: all.flatMap(({upstreams}) => upstreams),
    certificates: all.flatMap(({certificates}) => certificates),
    logs: all.flatMap(({logs}) => logs),
  };
}

/** The port at the end of an address, or one that stands alone. */
export function portIn(text: string): string | undefined {
  return /(?:^|:)(?<port>\d{1,5})$/.exec(text)?.groups?.['port'];
}

/** The `host:port` of an address that may have a scheme and a path; who calls it with which password is none of it. */
export function targetOf(address: string): string {
  return address
    .replace(/^\w+:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/^[^@]*@/, '');
}
