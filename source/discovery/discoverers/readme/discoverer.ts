import {toString} from 'mdast-util-to-string';
import type {Link} from 'mdast';
import {everyNode, parseMarkdown} from '../../../markdown/parse-markdown.ts';
import type {Discoverer} from '../../discoverer-entry.ts';
import {at} from '../../findings.ts';

/** Links to what people operate a system by. */
const operational =
  /dashboard|grafana|kibana|monitor|runbook|status|wiki|confluence|staging|production|swagger|openapi|alert|on-?call|pagerduty|sentry|jenkins|argo/i;

/** What people read first stands in so many lines; a list that goes on has no title and no dashboard. */
const mostLines = 2000;

/** Pictures that show the state of a build. */
const badge = /badge|shields\.io|actions\/workflows/i;

/** The README: what the system is called, and where it leads to. */
export const readme: Discoverer = {
  name: 'readme',
  looksAt: 'the title of the README, and its links to dashboards, runbooks and the like',
  wants: (file) => /^readme(?:\.md|\.markdown)?$/i.test(file),
  async discover(file, folder) {
    const text = await folder.read(file);
    if (text === undefined) return [];
    const lines = text.split('\n');
    if (lines.length > mostLines)
      folder.tell({
        file,
        line: mostLines,
        message: 'What stands behind this line was not looked at.',
      });
    const nodes = everyNode(parseMarkdown(lines.slice(0, mostLines).join('\n')));
    const title = nodes.find((node) => node.type === 'heading' && node.depth === 1);
    const name = title && toString(title).trim();
    if (title && name)
      folder.suggest({
        for: 'system',
        text: name.slice(0, 80),
        source: at(file, title.position?.start.line),
      });
    const links = nodes.filter((node): node is Link => node.type === 'link');
    for (const link of links) {
      const words = toString(link).trim();
      const isUseful =
        operational.test(`${words} ${link.url}`) &&
        /^https?:/.test(link.url) &&
        !badge.test(link.url);
      if (isUseful)
        folder.suggest({
          for: 'link',
          text: words === link.url || words === '' ? link.url : `${words}: ${link.url}`,
          source: at(file, link.position?.start.line),
        });
    }
    return [];
  },
};
