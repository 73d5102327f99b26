import {isWrittenName, writtenNames} from '../model/document-set.ts';
import {refused} from './refused.ts';
import type {Rule} from './rule.ts';

/** Nobody was shown what is still to come. */
export const isOfThePast: Rule<'kit/made'> = (_, {asOf}, {now}) =>
  Date.parse(asOf) > Date.parse(now)
    ? refused(
        'kit-ahead',
        `A kit as of ${asOf} would speak of a moment that is still ahead.`,
        'Set the clock of this machine right and make it again.',
      )
    : undefined;

/** What was written can tell of nothing that is still to come. */
export const speaksOfThePast: Rule<'documents/written'> = (_, {asOf}, {now}) =>
  Date.parse(asOf) > Date.parse(now)
    ? refused(
        'documents-ahead',
        `Documents as of ${asOf} would speak of a moment that is still ahead.`,
        'Set the clock of this machine right and write them again.',
      )
    : undefined;

export const areDocuments: Rule<'documents/written'> = (_, {documents}) => {
  const unknown = documents.find((name) => !isWrittenName(name));
  if (unknown === undefined && documents.length > 0) return undefined;
  return refused(
    'documents-unknown',
    unknown === undefined ? 'No document is named.' : `There is no document "${unknown}".`,
    `Name some of ${writtenNames.join(', ')}.`,
  );
};
