import {parseAllDocuments} from 'yaml';
import {documentSubject} from './json-subject.ts';

/** The data of a YAML text; of several documents in one text, the list of them. */
function parseYamlText(text: string): unknown {
  const parsed = parseAllDocuments(text);
  // Only an empty text gives no list of documents.
  const documents = Array.isArray(parsed) ? parsed : [];
  const data = documents.map((document): unknown => {
    const [error] = document.errors;
    if (error) throw error;
    return document.toJS({maxAliasCount: 100});
  });
  return data.length > 1 ? data : data[0];
}

/** A map of JSON paths into a YAML text. */
export const yamlSubject = documentSubject({name: 'YAML', parse: parseYamlText});
