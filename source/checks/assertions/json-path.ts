import {jsonpath, JSONPathEnvironment, type JSONPathQuery} from 'json-p3';
import {patternsIn} from './json-filter.ts';

/** JSON paths by RFC 9535, also into data as deep as programs write it. */
const environment = new JSONPathEnvironment({maxRecursionDepth: 1000});

const read = new Map<string, JSONPathQuery>();

/** The path as the library has it; it is read once. @throws JSONPathError */
export function queryOf(text: string): JSONPathQuery {
  const query = read.get(text) ?? environment.compile(text);
  read.set(text, query);
  return query;
}

const strict = {throwErrors: true};

/** The functions that search by a pattern; in a filter, one that cannot be read just finds nothing. */
const searches = {
  match: new jsonpath.functions.Match(strict),
  search: new jsonpath.functions.Search(strict),
};

function patternProblem({segments}: JSONPathQuery): string | undefined {
  const written = segments
    .flatMap(({selectors}) => selectors)
    .flatMap((one) =>
      one instanceof jsonpath.selectors.FilterSelector ? patternsIn(one.expression) : [],
    );
  for (const {name, pattern} of written)
    try {
      searches[name].call('', pattern);
    } catch {
      return `"${pattern}" is no pattern of RFC 9485, which has neither \\b nor \\d nor look-around; write [0-9] for \\d`;
    }
  return undefined;
}

/** Why a text is no JSON path that can be asked; undefined when it is one. */
export function pathProblem(text: string): string | undefined {
  try {
    const query = queryOf(text);
    return /\?[^]*\d{16}/.test(text)
      ? 'a filter does not compare whole numbers of more than 15 digits exactly'
      : patternProblem(query);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const reason = said.replace("can't backup beyond start", 'it ends with a dot');
    return reason.replace(/ \(['"$\d][^]*$/, '') || 'it ends too early';
  }
}
