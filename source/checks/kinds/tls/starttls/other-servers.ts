import {Buffer} from 'node:buffer';
import {DialogError, notOffered, notSpoken, refused, type Dialog} from './dialog.ts';

/** SSLRequest: length 8, and a number that is no version; PostgreSQL's documentation, 55.7. */
const sslRequest = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/** PostgreSQL answers with one byte, before anything else is said. */
export async function postgres(dialog: Dialog): Promise<void> {
  dialog.send(sslRequest);
  const answer = (await dialog.bytes(1)).toString('latin1');
  if (answer === 'N') throw notOffered('PostgreSQL answers N; its setting is ssl');
  if (answer === 'E') throw refused((await dialog.until(/M[^\0]*\0/)).replace(/^.*M|\0$/gs, ''));
  if (answer !== 'S') throw notSpoken('PostgreSQL', answer);
}

/** ExtendedRequest with the name of StartTLS, message 1; RFC 4511, sections 4.12 and 4.14. */
const startTls = Buffer.concat([
  Buffer.from([0x30, 0x1d, 0x02, 0x01, 0x01, 0x77, 0x18, 0x80, 0x16]),
  Buffer.from('1.3.6.1.4.1.1466.20037'),
]);

/** One element in BER: its tag, what is in it, and what follows. */
function element(data: Buffer): {
  readonly tag: number;
  readonly body: Buffer;
  readonly rest: Buffer;
} {
  const [tag = 0, first = 0] = data;
  const count = first & 0x7f;
  const isShort = first < 0x80;
  const length = isShort ? first : data.readUIntBE(2, count);
  const start = isShort ? 2 : 2 + count;
  return {tag, body: data.subarray(start, start + length), rest: data.subarray(start + length)};
}

/** A whole LDAPMessage. */
async function message(dialog: Dialog): Promise<Buffer> {
  const [tag = 0, first = 0] = await dialog.bytes(2);
  const count = first & 0x7f;
  if (tag !== 0x30 || (first >= 0x80 && (count === 0 || count > 4)))
    throw new DialogError('what the server says is not LDAP: correct the port or starttls');
  if (first < 0x80) return dialog.bytes(first);
  return dialog.bytes((await dialog.bytes(count)).readUIntBE(0, count));
}

/** LDAP asks by an extended operation, and is answered with a result code. */
export async function ldap(dialog: Dialog): Promise<void> {
  dialog.send(startTls);
  const answer = await message(dialog);
  try {
    const {tag, body} = element(element(answer).rest);
    const code = element(body);
    const text = element(element(code.rest).rest).body.toString('utf8');
    // ExtendedResponse, and an enumerated value.
    if (tag !== 0x78 || code.tag !== 0x0a) throw notSpoken('LDAP', `tag ${tag}`);
    const result = code.body.readUIntBE(0, code.body.length);
    // RFC 4511, section 4.1.9: 0 success, 2 protocolError, 12 unavailableCriticalExtension.
    if (result !== 0) throw refused(`result ${result}${text === '' ? '' : `, ${text}`}`);
  } catch (error) {
    if (error instanceof DialogError) throw error;
    throw new DialogError('what the server says is not LDAP: correct the port or starttls');
  }
}

const clientSsl = 0x08_00;
const clientProtocol41 = 0x02_00;

/** MySQL and MariaDB greet first; the client answers with the short form of a login, SSLRequest. */
export async function mysql(dialog: Dialog): Promise<void> {
  const head = await dialog.bytes(4);
  // The first packet of a talk has the number 0.
  if (head[3] !== 0) throw notSpoken('MySQL', `${head.toString('latin1')}…`);
  const greeting = await dialog.bytes(head.readUIntLE(0, 3));
  const [version = 0] = greeting;
  const name = greeting.indexOf(0, 1);
  // An error instead, such as "too many connections".
  if (version === 0xff) throw refused(greeting.toString('utf8', 3));
  // Behind the name: a thread of 4 bytes, 8 random ones and a 0.
  if (version !== 10 || name === -1 || greeting.length < name + 16)
    throw notSpoken('MySQL', greeting.toString('latin1', 0, 40));
  if ((greeting.readUInt16LE(name + 14) & clientSsl) === 0) throw notOffered('MySQL without SSL');
  const request = Buffer.alloc(36);
  request.writeUIntLE(32, 0, 3);
  request[3] = 1;
  request.writeUInt32LE(clientSsl | clientProtocol41, 4);
  request.writeUInt32LE(0x01_00_00_00, 8);
  // The charset utf8_general_ci.
  request[12] = 33;
  dialog.send(request);
}

/** RFC 6120, section 5.4. @param domain whom the stream is for */
export async function xmpp(dialog: Dialog, domain: string): Promise<void> {
  const to = domain.replace(/[^\w.:-]/g, '');
  dialog.send(
    `<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='${to}' version='1.0'>`,
  );
  const features = await dialog.until(/<\/stream:(?:features|error|stream)>/);
  if (!/<starttls\b/.test(features)) {
    if (/<stream:error/.test(features)) throw refused(features.replace(/^.*<stream:error>/s, ''));
    throw notOffered('no starttls in its features');
  }
  dialog.send("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
  const answer = await dialog.until(/<(?:proceed|failure)\b[^>]*>/);
  if (!answer.includes('<proceed')) throw refused(answer);
}
