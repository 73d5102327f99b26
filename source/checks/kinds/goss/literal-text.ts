/** goss reads every gossfile as a template. This is one that gives exactly the text. */
export function literalText(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}
