// What is used of pdfmake. Its own types come with those of browsers for the whole program.
declare module 'pdfmake' {
  import type {PdfDocument} from './nodes.ts';

  type FontFile = string | readonly [file: string, name: string];

  interface FontFiles {
    readonly normal: FontFile;
    readonly bold: FontFile;
    readonly italics: FontFile;
    readonly bolditalics: FontFile;
  }

  const pdfmake: {
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
    setLocalAccessPolicy(isAllowed: (path: string) => boolean): void;
    setFonts(fonts: Record<string, FontFiles>): void;
    createPdf(document: PdfDocument): {getBuffer(): Promise<Uint8Array>};
  };
  export default pdfmake;
}

declare module 'pdfmake/js/*' {
  const parts: {readonly default: {readonly prototype: unknown}};
  export default parts;
}
