import {hash} from 'node:crypto';
import {internalTexts, publicTexts} from '../../documents/guard/internal-texts.ts';
import {requireNoInternalText} from '../../documents/guard/require-no-internal-text.ts';
import {documentKinds, documentsFor} from '../../documents/document-names.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {lastPublishedAt} from '../../handoff/publishing/published-standing.ts';
import {toldOutcome} from '../../handoff/publishing/told-outcome.ts';
import {pointsFor} from '../../handoff/publishing/told-points.ts';
import type {Content} from '../../integrations/integration-entry.ts';
import type {Target} from '../../integrations/targets/target.ts';
import {redactSecrets} from '../../redaction/redact-secrets.ts';
import type {Folded} from '../../store/snapshot.ts';
import {documentOptions} from '../document-options.ts';
import {placeOf} from './find-targets.ts';
import {outcomeText, pointText} from './publish-words.ts';

/** By what a target knows something of this handoff again, wherever its journal lies. */
export function markOf(
  {id, createdAt}: Pick<Handoff, 'id' | 'createdAt'>,
  {kind, about = ''}: Pick<Content, 'kind' | 'about'>,
): string {
  return `handoff-wizard-${hash('sha256', [id, createdAt, kind, about].join('\n')).slice(0, 16)}`;
}

async function withoutSecrets<Value>(value: Value): Promise<Value> {
  if (typeof value === 'string') return (await redactSecrets(value)).text as Value;
  if (Array.isArray(value)) return (await Promise.all(value.map(withoutSecrets))) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(
    async ([name, part]) => [name, await withoutSecrets(part)] as const,
  );
  return Object.fromEntries(await Promise.all(parts)) as Value;
}

function outcomeContent(handoff: Handoff, {audience}: Target): Content {
  const outcome = toldOutcome(handoff, audience);
  return {
    kind: 'outcome',
    title: `Handoff of ${outcome.customer} · ${outcome.system}`,
    text: outcomeText(outcome, handoff.timeZone),
    isClosed: outcome.state === 'accepted' || outcome.state === 'accepted with conditions',
    data: outcome,
  };
}

function pointContents(handoff: Handoff, target: Target): Content[] {
  const {name, audience} = target;
  const at = {target: name, place: placeOf(target, 'point'), reader: audience};
  return pointsFor(handoff, at).map((point) => ({
    kind: 'point',
    about: point.id,
    title: point.text,
    text: pointText(point, handoff),
    isClosed: point.state === 'closed',
    data: {
      handoff: handoff.id,
      customer: handoff.customer,
      system: handoff.system,
      ...point,
    },
  }));
}

/**
 * The documents of an audience as of the last change, so that they differ only where the handoff
 * does. What was published is not told in what is published, as that would change it.
 */
async function documentContents(
  home: string,
  snapshot: Folded,
  {audience}: Target,
): Promise<Content[]> {
  const {renderMarkdown} = await import('../../documents/render-document.ts');
  const handoff = {...snapshot.handoff, published: [], seenThere: []};
  const options = {...documentOptions(home, {...snapshot, handoff}), now: handoff.updatedAt};
  const contents: Content[] = [];
  for (const {name} of documentsFor(handoff, audience)) {
    const {text} = await renderMarkdown(name, handoff, {...options, audience});
    const {title, about} = documentKinds[name];
    contents.push({
      kind: 'document',
      about: name,
      title: `${title}: ${handoff.customer} · ${handoff.system}`,
      text,
      isClosed: false,
      data: {document: name, about, handoff: handoff.id},
    });
  }
  return contents;
}

/** The steps of a tracker by which issues that are there are closed and opened. */
function statusContents(
  {published}: Handoff,
  target: Target,
  contents: readonly Content[],
): Content[] {
  const {name, integration, spec} = target;
  return contents.flatMap((content): Content[] => {
    if (!integration.hasStatusApart?.(spec, content)) return [];
    const {about = 'outcome', isClosed, title} = content;
    const subject = {target: name, kind: 'status', about} as const;
    const last = lastPublishedAt({published}, subject, placeOf(target, 'status'));
    // What is open from the start has no step to take.
    if (!isClosed && !last) return [];
    const text = isClosed ? 'Closed' : 'Open again';
    return [{kind: 'status', about, title, text, isClosed, data: {of: content.kind, isClosed}}];
  });
}

/**
 * All that a target is to know of a handoff now: nothing internal where it is read by a customer, and
 * no secret anywhere.
 *
 * @throws {InternalTextError} where something internal would have gone to a customer.
 */
export async function contentsFor(
  home: string,
  snapshot: Folded,
  target: Target,
): Promise<readonly Content[]> {
  const {handoff} = snapshot;
  const {sends, audience} = target;
  const told = [
    ...(sends.includes('outcome') ? [outcomeContent(handoff, target)] : []),
    ...(sends.includes('point') ? pointContents(handoff, target) : []),
  ];
  const all = [
    ...told,
    ...(sends.includes('document') ? await documentContents(home, snapshot, target) : []),
    ...statusContents(handoff, target, told),
  ];
  const safe = await Promise.all(all.map(withoutSecrets));
  if (audience === 'customer') {
    const [internal, allowed] = [internalTexts(handoff), publicTexts(handoff)];
    for (const {title, text, kind, data} of safe)
      if (kind !== 'document')
        requireNoInternalText(
          {
            document: `What goes to "${target.name}"`,
            text: [title, text, JSON.stringify(data)].join('\n'),
          },
          internal,
          // What an issue that is there was called was read there before.
          [
            ...allowed,
            ...handoff.published
              .filter((one) => one.audience === 'customer')
              .map((one) => one.title),
          ],
        );
  }
  return safe;
}
