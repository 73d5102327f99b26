import type {CheckRun} from '../check-result.ts';
import type {TextOptions} from './text.ts';

/** Every form in which a run can be reported. */
export const reportFormats = [
  'text',
  'json',
  'junit',
  'tap',
  'nagios',
  'prometheus',
  'markdown',
] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A run in one of the forms, ending with a line end. Each form is loaded when it is used. */
export async function formatRun(
  format: ReportFormat,
  run: CheckRun,
  options: TextOptions,
): Promise<string> {
  switch (format) {
    case 'text':
      return (await import('./text.ts')).formatText(run, options);
    case 'json':
      return (await import('./json.ts')).formatJson(run);
    case 'junit':
      return (await import('./junit.ts')).formatJunit(run);
    case 'tap':
      return (await import('./tap.ts')).formatTap(run);
    case 'nagios':
      return (await import('./nagios-report.ts')).formatNagios(run);
    case 'prometheus':
      return (await import('./prometheus.ts')).formatPrometheus(run);
    case 'markdown':
      return (await import('./markdown.ts')).formatMarkdown(run);
    default:
      return format satisfies never;
  }
}
