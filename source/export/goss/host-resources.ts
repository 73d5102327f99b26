import type {Assertion} from '../../checks/assertions/assertion.ts';
import type {Pattern} from '../../checks/assertions/pattern.ts';
import type {FileSpec} from '../../checks/kinds/file/file.ts';
import type {LogSpec} from '../../checks/kinds/log/log.ts';
import type {ProcessSpec} from '../../checks/kinds/process/process.ts';
import type {ServiceSpec} from '../../checks/kinds/service/service.ts';
import {equalText, flagValue, numberMatcher, textPatterns} from './matchers.ts';
import {attributesOf, refuse, type Attributes, type Writer} from './resource.ts';

export const file: Writer = ({spec, folder}, claims, quoting) => {
  const {path, follow = true} = spec as FileSpec;
  const mode = (statement: Assertion, found: Attributes) => {
    found['mode'] = equalText(statement, 'a mode');
  };
  const attributes = attributesOf(claims, {
    exists(statement, found) {
      found['exists'] = flagValue(statement);
    },
    mode,
    owner(statement, found) {
      found['owner'] = equalText(statement, 'an owner');
    },
    group(statement, found) {
      found['group'] = equalText(statement, 'a group');
    },
    size(statement, found) {
      found['size'] = numberMatcher(statement);
    },
    type(statement, found) {
      const type = equalText(statement, 'a type');
      found['filetype'] = ['file', 'directory', 'symlink', 'socket'].includes(type)
        ? type
        : refuse(`the type ${type}`);
    },
    target(statement, found) {
      found['linked-to'] = equalText(statement, 'the target of a link');
    },
    content(statement, found) {
      found['contents'] = textPatterns(statement, quoting);
    },
    sha256(statement, found) {
      found['sha256'] = equalText(statement, 'a SHA-256');
    },
  });
  const ofTarget = ['mode', 'owner', 'group', 'size'].some((one) => one in attributes);
  const isLink = attributes['filetype'] === 'symlink' || 'linked-to' in attributes;
  if (follow && isLink && ofTarget) refuse('what a link leads to');
  const place = path.startsWith('/') ? path : `${folder}/${path}`;
  return {section: 'file', key: place, idField: 'path', attributes: {exists: true, ...attributes}};
};

export const process: Writer = ({spec, on}, claims) => {
  const {name, pattern, user} = spec as ProcessSpec;
  if (on || name === undefined || pattern || user !== undefined)
    refuse('a process by more than its name on this machine');
  if (name.length > 15) refuse('the name of a process of more than 15 letters');
  const attributes = attributesOf(claims, {
    running(statement, found) {
      found['running'] = flagValue(statement);
    },
  });
  return {section: 'process', key: name, idField: 'comm', attributes};
};

export const service: Writer = ({spec, on}, claims) => {
  const {name} = spec as ServiceSpec;
  if (on) refuse('a service of another machine');
  const attributes = attributesOf(claims, {
    running(statement, found) {
      found['running'] = flagValue(statement);
    },
    enabled(statement, found) {
      found['enabled'] = flagValue(statement);
    },
  });
  return {section: 'service', key: name, idField: 'name', attributes};
};

export const log: Writer = ({spec, folder}, claims, quoting) => {
  const {path, since, encoding} = spec as LogSpec;
  if (encoding !== undefined) refuse('an encoding of its own');
  if (path === undefined || since !== undefined)
    refuse(path === undefined ? 'a log that a command gives' : '"since" of a log');
  const contents = claims.flatMap(({subject, statement}) => {
    if (subject === 'matches') return refuse('how many lines match');
    const patterns = statement as readonly Pattern[];
    const mark = subject === 'forbid' ? '!' : '';
    return patterns.flatMap((pattern) =>
      textPatterns({type: 'matches', pattern}, quoting, true).map((one) => `${mark}${one}`),
    );
  });
  const place = path.startsWith('/') ? path : `${folder}/${path}`;
  return {section: 'file', key: place, idField: 'path', attributes: {exists: true, contents}};
};
