import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {redactSecrets} from '../../source/redaction/redact-secrets.ts';
import {hasGitleaks, judgedByGitleaks, whyNoGitleaks} from '../harness/gitleaks.ts';
import {makeStoreHome} from '../harness/store-home.ts';
import {allKinds} from './kinds/all-kinds.ts';

it.runIf(hasGitleaks)(
  `gitleaks finds many of the kinds, and none once they are redacted${whyNoGitleaks}`,
  async () => {
    await using place = makeStoreHome();
    const [raw, safe] = ['raw', 'safe'].map((name) => path.join(place.path, name)) as [
      string,
      string,
    ];
    for (const folder of [raw, safe]) mkdirSync(folder);
    for (const [at, {text}] of allKinds.entries()) {
      writeFileSync(path.join(raw, `${at}.txt`), `${text}\n`);
      writeFileSync(path.join(safe, `${at}.txt`), `${(await redactSecrets(text)).text}\n`);
    }
    // Else it would find nothing because it does not look.
    expect(judgedByGitleaks(raw).length).toBeGreaterThan(100);
    expect(judgedByGitleaks(safe)).toEqual([]);
  },
);
