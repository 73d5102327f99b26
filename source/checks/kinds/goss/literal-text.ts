/**
 * goss reads every gossfile as a template. This is one that gives exactly the text. Quotes would do
 * as well, but goss looks whether its standard input is YAML or JSON before it fills it in.
 */
export function literalText(text: string): string {
  return text.replaceAll('{{', '{{ `{{` }}');
}
