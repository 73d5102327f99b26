import {X509Certificate} from 'node:crypto';
import {readFile} from 'node:fs/promises';

const certificateText = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Reads the authorities' certificates in a PEM file, or says in a sentence why there are none. */
export async function readAuthorities(path: string): Promise<readonly X509Certificate[] | string> {
  try {
    const texts = (await readFile(path, 'latin1')).match(certificateText) ?? [];
    return texts.length > 0
      ? texts.map((text) => new X509Certificate(text))
      : `The file ${path} holds no certificate in PEM form.`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `The certificates of the authority cannot be read: ${reason}.`;
  }
}
