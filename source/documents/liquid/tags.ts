import {
  Tag,
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import {alignTable} from '../markdown/align-table.ts';
import {contentsMark} from '../markdown/assemble.ts';

/** `{% contents 3 %}`: the linked headings of the document, from level 2 to the one given. */
class ContentsTag extends Tag {
  readonly depth: number;

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    const wanted = token.args.trim();
    if (!/^[2-6]$/u.test(wanted))
      throw new Error('"contents" needs the deepest heading level to list, from 2 to 6');
    this.depth = Number(wanted);
  }

  override render(_: Context, emitter: Emitter): void {
    emitter.write(`${contentsMark(this.depth)}\n`);
  }
}

/** `{% table %} … {% endtable %}`: table rows, brought into line when all of them are there. */
class TableTag extends Tag {
  readonly templates: Template[] = [];

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid);
    const stream = parser.parseStream(rest);
    stream
      .on('tag:endtable', () => stream.stop())
      .on('template', (template: Template) => this.templates.push(template))
      .on('end', () => {
        throw new Error(`tag ${token.getText()} not closed`);
      })
      .start();
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown, void, string> {
    const rows = yield this.liquid.renderer.renderTemplates(this.templates, context);
    emitter.write(`${alignTable(rows)}\n`);
  }
}

export function registerTags(liquid: Liquid): void {
  liquid.registerTag('contents', ContentsTag);
  liquid.registerTag('table', TableTag);
}
