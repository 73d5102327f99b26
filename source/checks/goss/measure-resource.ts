import {Buffer} from 'node:buffer';
import {type Claim} from '../assertions/subject.ts';
import {keepOutput} from '../capture/raw-output.ts';
import {type MeasureContext, type Measurement} from '../kinds/kind.ts';
import {type AttributeClaim, type AttributeSeen, decide} from './attribute-subject.ts';
import {lookAt} from './look-at.ts';
import {NotSupported} from './matchers/matcher.ts';
import {type GossSpec, LookError, type Looking} from './resources/resource.ts';
import {resourceType} from './resources/resource-types.ts';
import {type Stream, streamFor} from './streams.ts';

async function seenOf(
  {subject}: Claim,
  {attributes, remarks = {}}: Looking,
  stream: Stream | undefined,
): Promise<AttributeSeen> {
  try {
    const value = await attributes[subject]?.();
    return value === undefined
      ? (stream?.seen() ?? {type: 'error', reason: 'not measured'})
      : {type: 'value', value, remark: remarks[subject]};
  } catch (error) {
    if (error instanceof LookError) {
      return {type: 'error', reason: error.message};
    }
    throw error;
  }
}

/** The first attribute was not as wanted, or it is false: goss asks no further. */
function isLast({statement}: Claim, seen: AttributeSeen): boolean {
  const claim = statement as AttributeClaim;
  return (
    claim.type !== 'matcher' ||
    seen.type !== 'value' ||
    seen.value === false ||
    !decide(claim.matcher, seen.value).isMet
  );
}

function evidence(subject: string, seen: AttributeSeen): string {
  return seen.type === 'error' ? `${subject}: ${seen.reason}\n` : '';
}

async function measure(spec: GossSpec, context: MeasureContext): Promise<Measurement> {
  const {claims, signal} = context;
  const {isGated = false} = resourceType(spec.type);
  const streams = new Map(claims.map((claim) => [claim.subject, streamFor(claim)]));
  const kept = keepOutput();
  const looking = await lookAt(spec, {
    context,
    keep: kept.push,
    streamOf: (attribute) => streams.get(attribute)?.push,
  });
  const values: Record<string, AttributeSeen> = {};
  try {
    for (const [at, claim] of claims.entries()) {
      const seen = await seenOf(claim, looking, streams.get(claim.subject));
      if (signal.aborted) {
        return {values: {}, output: kept.output(), isCutShort: true};
      }
      kept.push(Buffer.from(evidence(claim.subject, seen)));
      values[claim.subject] = seen;
      if (at === 0 && isGated && isLast(claim, seen)) {
        const others = claims.slice(1).map(({subject}) => subject);
        for (const other of others) {
          values[other] = {type: 'passed-over'};
        }
        const remark =
          others.length === 0 ? undefined : `(goss then looks at no more: ${others.join(', ')})`;
        values[claim.subject] =
          seen.type === 'value' && remark !== undefined ? {...seen, remark} : seen;
        break;
      }
    }
  } finally {
    looking.close?.();
  }
  const {code} = looking;
  return {values, output: kept.output(), ...(code === undefined ? {} : {code})};
}

/** Looks at a resource in goss's order, as far as goss would look. */
export async function measureResource(
  spec: GossSpec,
  context: MeasureContext,
): Promise<Measurement> {
  try {
    return await measure(spec, context);
  } catch (error) {
    if (error instanceof NotSupported) {
      const [first = '', ...rest] = error.message;
      return {
        values: {},
        verdict: {outcome: 'unknown', message: `${first.toUpperCase()}${rest.join('')}.`},
      };
    }
    if (error instanceof LookError) {
      const [first = '', ...rest] = error.message;
      return {
        values: {},
        verdict: {outcome: 'fail', message: `${first.toUpperCase()}${rest.join('')}.`},
      };
    }
    if (context.signal.aborted) {
      return {values: {}, isCutShort: true};
    }
    throw error;
  }
}
