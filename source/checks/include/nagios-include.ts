import path from 'node:path';
import type {Check} from '../checks-file.ts';
import {fileErrorCode, fileErrorReason} from '../kinds/file/file-errors.ts';
import {readClaims} from '../spec/read-claims.ts';
import {nagiosKind} from '../kinds/nagios/nagios.ts';
import {pluginsOf} from '../kinds/nagios/plugin-folders.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import type {ChecksFileProblem} from '../spec/checks-file-error.ts';
import {usualTimeout} from '../spec/usual-timeout.ts';

export interface PluginFolder {
  /** Absolute. */
  readonly path: string;
  /** The same as a person is to see it. */
  readonly shown: string;
  /** Counts a program as content that is trusted, without reading it as text. @throws ChecksFileError */
  readonly trustFile: (path: string) => Promise<void>;
}

export interface FolderChecks {
  readonly checks: readonly Check[];
  /** Each with its `file`; when there is one, nothing runs. */
  readonly problems: readonly ChecksFileProblem[];
}

function checkOf(plugin: string, file: string): Check {
  const spec = {plugin: [plugin]};
  return {
    name: showControls(`plugin ${path.basename(plugin)}`),
    kind: nagiosKind.word,
    spec,
    claims: readClaims(nagiosKind, {nagios: plugin}, [], () => undefined),
    severity: 'required',
    effect: 'safe',
    timeout: usualTimeout,
    tags: [],
    needs: [],
    folder: path.dirname(plugin),
    place: {file, line: 1, column: 1},
    isForeign: true,
    target: showControls(nagiosKind.target(spec)),
    action: showControls(nagiosKind.describe(spec)),
  };
}

/** Reads a folder of monitoring plugins for `include: [{nagios: folder}]`: each is run as it is. */
export async function readPluginFolder({
  path: plugin,
  shown,
  trustFile,
}: PluginFolder): Promise<FolderChecks> {
  const problem = (message: string) => ({
    checks: [],
    problems: [{file: shown, message, position: {line: 1, column: 1}, frame: ''}],
  });
  let plugins: readonly string[];
  try {
    plugins = await pluginsOf(plugin);
  } catch (error) {
    const isMissing = fileErrorCode(error) === 'ENOENT';
    const isFile = fileErrorCode(error) === 'ENOTDIR';
    return problem(
      isMissing
        ? 'There is no such folder.'
        : isFile
          ? 'This is not a folder. A single plugin is a check: "nagios: path".'
          : `The folder cannot be read: ${fileErrorReason(error)}.`,
    );
  }
  if (plugins.length === 0)
    return problem('There is no plugin in this folder: no file in it may be executed.');
  for (const plugin of plugins) await trustFile(plugin);
  return {
    checks: plugins.map((plugin) => checkOf(plugin, path.join(shown, path.basename(plugin)))),
    problems: [],
  };
}
