import {about} from './about.ts';
import {listSubject} from '../../assertions/list-subject.ts';
import {
  choiceSubject,
  flagSubject,
  numberSubject,
  wordSubject,
} from '../../assertions/simple-subjects.ts';
import {readAuthorities} from '../../certificates/trust-store.ts';
import type {Kind} from '../kind.ts';
import {untilAborted} from '../until-aborted.ts';
import {filedCertificate} from './filed-certificate.ts';
import {shownCertificate} from './shown-certificate.ts';
import {tlsAction, tlsKeys, tlsSchema, tlsTarget, type TlsSpec} from './tls-spec.ts';

/** `tls`: looks at a certificate, as a server shows it or in a file. */
export const tlsKind: Kind<TlsSpec> = {
  word: 'tls',
  about,
  schema: tlsSchema,
  keys: tlsKeys,
  subjects: {
    valid: flagSubject,
    days_left: numberSubject,
    expires: wordSubject(),
    name_matches: flagSubject,
    trusted: flagSubject,
    protocol: choiceSubject(['TLSv1.2', 'TLSv1.3']),
    subject: wordSubject(),
    issuer: wordSubject(),
    names: listSubject,
  },
  implied: {subject: 'valid', value: true},
  isEnoughAlone: true,
  target: tlsTarget,
  describe: tlsAction,
  async measure(spec, context) {
    const {ca} = spec;
    const authorities =
      ca === undefined
        ? undefined
        : await untilAborted(readAuthorities([ca], context.folder), context.signal);
    if (context.signal.aborted) return {values: {}, isCutShort: true};
    if (typeof authorities === 'string')
      return {values: {}, verdict: {outcome: 'unknown', message: authorities}};
    return 'file' in spec
      ? filedCertificate(spec, authorities, context)
      : shownCertificate(spec, authorities, context);
  },
};
