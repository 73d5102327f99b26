import {LineCounter} from 'yaml';
import {codeFrame} from '../../spec/code-frame.ts';
import {type ChecksFileProblem} from '../../spec/checks-file-error.ts';
import {type Position} from '../../spec/position.ts';
import {type ProblemNote} from '../../spec/report.ts';
import {parseYaml, type YamlSource} from '../../spec/yaml-source.ts';
import {TemplateError} from '../template/problem.ts';
import {type RenderedPart, renderTemplate} from '../template/render.ts';
import {type TemplateSurroundings} from '../template/functions.ts';

/** A gossfile's text, filled in and parsed, with places in the text as it was written. */
export interface GossfileSource {
  readonly yaml: YamlSource;
  readonly problemOf: (note: ProblemNote) => ChecksFileProblem;
  readonly syntax: readonly ChecksFileProblem[];
}

function positions(text: string): (offset: number) => Position {
  const counter = new LineCounter();
  counter.lineStarts.push(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    counter.lineStarts.push(at + 1);
  }
  return (offset) => {
    const {line, col} = counter.linePos(offset);
    return {line, column: col};
  };
}

/** The place in the template of a place in what it gave. */
function backTo(parts: readonly RenderedPart[], rendered: string) {
  const lineStarts = [0];
  for (let at = rendered.indexOf('\n'); at >= 0; at = rendered.indexOf('\n', at + 1)) {
    lineStarts.push(at + 1);
  }
  const starts: number[] = [];
  let length = 0;
  for (const {text} of parts) {
    starts.push(length);
    length += text.length;
  }
  return ({line, column}: Position): number => {
    const offset = (lineStarts[line - 1] ?? 0) + column - 1;
    const at = Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
    const part = parts[at];
    return part ? part.offset + (part.isLiteral ? offset - (starts[at] ?? 0) : 0) : 0;
  };
}

/** Reads a gossfile's text. Gives the problem where its template cannot be filled in. */
export async function readGossfileText(
  text: string,
  surroundings: TemplateSurroundings,
): Promise<GossfileSource | ChecksFileProblem> {
  if (!text.includes('{{')) {
    const yaml = parseYaml(text);
    return {yaml, problemOf: yaml.problemOf, syntax: yaml.syntax};
  }
  const positionOf = positions(text);
  let parts: readonly RenderedPart[];
  try {
    parts = await renderTemplate(text, surroundings);
  } catch (error) {
    if (error instanceof TemplateError) {
      const position = positionOf(error.offset);
      const {message, suggestion} = error;
      const frame = codeFrame(text, position);
      return {message, position, frame, ...(suggestion === undefined ? {} : {suggestion})};
    }
    throw error;
  }
  const rendered = parts.map((part) => part.text).join('');
  const yaml = parseYaml(rendered);
  const offsetOf = backTo(parts, rendered);
  const moved = (problem: ChecksFileProblem): ChecksFileProblem => {
    const position = positionOf(offsetOf(problem.position));
    return {...problem, position, frame: codeFrame(text, position)};
  };
  return {yaml, problemOf: (note) => moved(yaml.problemOf(note)), syntax: yaml.syntax.map(moved)};
}
