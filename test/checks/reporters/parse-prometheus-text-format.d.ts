// The package brings no types.
declare module 'parse-prometheus-text-format' {
  interface Family {
    readonly name: string;
    readonly help: string;
    readonly type: string;
    readonly metrics: readonly {
      readonly value: string;
      readonly labels?: Readonly<Record<string, string>>;
    }[];
  }
  /** @throws {Error} when the text is not in the format. */
  export default function parsePrometheusTextFormat(text: string): Family[];
}
