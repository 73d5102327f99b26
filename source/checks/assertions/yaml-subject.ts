import {parseAllDocuments} from 'yaml';
import {mayHoldLongNumbers, rounded, shortened} from './exact-json.ts';
import type {Data} from './json-pick.ts';
import {documentSubject} from './json-subject.ts';

/** The data of a YAML text; of several documents in one text, the list of them. */
function parseYamlText(text: string): Data {
  const isExact = mayHoldLongNumbers(text);
  const parsed = parseAllDocuments(text, {intAsBigInt: isExact, merge: true});
  // Only an empty text gives no list of documents.
  const documents = Array.isArray(parsed) ? parsed : [];
  const data = documents.map((document): unknown => {
    const [error] = document.errors;
    if (error) throw error;
    return document.toJS({maxAliasCount: 100});
  });
  const all = data.length > 1 ? data : data[0];
  return isExact ? {plain: rounded(all), exact: shortened(all)} : {plain: all, exact: all};
}

/** A map of JSON paths into a YAML text. */
export const yamlSubject = documentSubject({name: 'YAML', parse: parseYamlText});
