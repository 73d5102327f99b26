export interface UnitEntry {
  readonly section: string;
  readonly key: string;
  readonly value: string;
  /** Counted from 1. */
  readonly line: number;
  readonly file: string;
}

/**
 * The settings of a unit, without what is commented; a line may go on after a backslash.
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html
 */
export function readUnit(text: string, file: string): {entries: UnitEntry[]; odd: number[]} {
  const entries: UnitEntry[] = [];
  const odd: number[] = [];
  const lines = text.split(/\r?\n/);
  let section = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = at + 1;
    let whole = (lines[at] ?? '').trim();
    if (whole === '' || /^[#;]/.test(whole)) continue;
    while (whole.endsWith('\\') && at + 1 < lines.length) {
      at += 1;
      const next = (lines[at] ?? '').trim();
      if (!/^[#;]/.test(next)) whole = `${whole.slice(0, -1).trimEnd()} ${next}`;
      else whole = `${whole.slice(0, -1).trimEnd()} \\`;
    }
    const head = /^\[(?<name>[^\]]+)\]$/.exec(whole)?.groups?.['name'];
    const {key, value} = /^(?<key>[A-Za-z][\w-]*)\s*=\s*(?<value>.*)$/.exec(whole)?.groups ?? {};
    if (head !== undefined) section = head;
    else if (key !== undefined) entries.push({section, key, value: value ?? '', line, file});
    else odd.push(line);
  }
  return {entries, odd};
}

/** All values of a key in force: an empty one takes those before it away. */
export function unitValues(entries: readonly UnitEntry[], key: string): UnitEntry[] {
  const all = entries.filter((one) => one.key === key);
  return all.slice(all.findLastIndex(({value}) => value === '') + 1);
}
