import type {Audience} from '../../playbook/playbook.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {Terminal} from '../terminal/terminal.ts';
import type {View} from '../view.ts';
import type {Outcome} from './keeping-rows.ts';

async function told(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    const {text, token} = problemMessage(error);
    return {lines: [text], token: token ?? 'danger'};
  }
}

/** Writes the documents where they were written last, or into the folder that is offered for them. */
export function documents({live, services, tellProgressOf}: View): Promise<Outcome> {
  return told(async () => {
    const {handoff} = live.snapshot();
    const folder = services.documentsPlace(handoff);
    const {written, unchanged, removed, kept, remark, notice} = await tellProgressOf(
      async (onProgress) => services.writeDocuments(live, folder, {onProgress}),
    );
    return {
      lines: [
        written.length > 0
          ? `${written.length} files written to ${folder}.`
          : `Nothing has changed in ${folder}: ${unchanged.length} files.`,
        ...(removed.length > 0 ? [`${removed.length} of an earlier set removed.`] : []),
        ...(kept.length > 0 ? [`Changed by hand, and no part of it: ${kept.join(', ')}.`] : []),
        ...[remark, notice].filter((line) => line !== undefined),
      ],
      token:
        kept.length > 0 || remark !== undefined || notice !== undefined ? 'warning' : 'success',
    };
  });
}

/** Writes an archive into the workspace; what lies there already is never written over. */
export function archive(
  {live, services, tellProgressOf}: View,
  audience: Audience = 'internal',
): Promise<Outcome> {
  return told(async () => {
    const {done, file, count, remarks, notice, changedEvidence, missingEvidence} =
      await tellProgressOf(async (onProgress) =>
        services.writeArchive(live, {audience, onProgress}),
      );
    const lacking = [
      ...remarks,
      ...(notice === undefined ? [] : [notice]),
      ...(changedEvidence.length > 0
        ? [`Left out, as it was changed since it was kept: ${changedEvidence.join(', ')}.`]
        : []),
      ...(missingEvidence.length > 0
        ? [`Evidence that is not in this store, so not in it: ${missingEvidence.join(', ')}.`]
        : []),
    ];
    return {
      lines: [
        `${done}: ${file}, ${count} files.`,
        audience === 'internal'
          ? 'It holds the journal with internal notes, so it is not for the customer.'
          : 'It holds nothing internal: it may be sent as it is.',
        ...lacking,
      ],
      token: lacking.length > 0 ? 'warning' : 'success',
    };
  });
}

/**
 * Writes the kit for the receiver into the workspace.
 *
 * @param lend gives the terminal to who signs with the key
 */
export function kit(
  {live, services, tellProgressOf}: View,
  sign: string | undefined,
  lend: Terminal['lend'],
): Promise<Outcome> {
  return told(async () => {
    const {done, file, count, remarks, missingEvidence} = await tellProgressOf(async (onProgress) =>
      services.writeKit(live, {sign, lend, onProgress}),
    );
    const lacking = [
      ...remarks,
      ...(missingEvidence.length > 0
        ? [`Evidence that is not in this store, so not in it: ${missingEvidence.join(', ')}.`]
        : []),
    ];
    const signed = sign === undefined ? 'not signed' : 'signed';
    return {
      lines: [
        `${done}: ${file}, ${count} files, ${signed}.`,
        'Send it to the receiver. They open it with "handoff-wizard open", or index.html in it.',
        ...lacking,
      ],
      token: lacking.length > 0 ? 'warning' : 'success',
    };
  });
}

/** Checks an archive: every hash, what is missing or was added. */
export function verify({services, tellProgressOf}: View, zip: string): Promise<Outcome> {
  return told(async () => {
    const {verification, signature, words} = await tellProgressOf(async (onProgress) =>
      services.verifyArchive(zip, onProgress),
    );
    const isWhole = verification.problems.length === 0 && signature.state !== 'bad';
    return {lines: [`${zip}:`, ...words], token: isWhole ? 'success' : 'danger'};
  });
}
