import type {z} from 'zod';

/** What a target can be sent; `status` is the step of a tracker that closes or moves an issue. */
export const contentKinds = ['outcome', 'point', 'document', 'status'] as const;
export type ContentKind = (typeof contentKinds)[number];

/** What is sent, safe to be read by the audience of its target; each integration words it in its way. */
export interface Content {
  readonly kind: ContentKind;
  /** Id of the open point or name of the document; absent for the outcome. */
  readonly about?: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  /** Nothing is left to do about it: its issue is to be closed. */
  readonly isClosed: boolean;
  /** The facts behind the text, as a program reads them. */
  readonly data: object;
}

/** One sending. All of it stays the same however often it is tried. */
export interface Parcel {
  /** Names this sending for good. */
  readonly id: string;
  /** The same for each sending of the same thing, and of nothing else: by it a target is searched. */
  readonly mark: string;
  /** ISO 8601 instant at which it was asked for. */
  readonly at: string;
  readonly content: Content;
  /** By what the target knows it, where it has it already. */
  readonly remote?: string | undefined;
}

/** How a request says who asks. The secret is a reference, and is read when it is sent. */
export type Auth =
  | {readonly type: 'bearer'; readonly secret: string}
  | {readonly type: 'basic'; readonly user: string; readonly secret: string}
  /** Standard Webhooks: the exact bytes are signed, together with the id and the time. */
  | {readonly type: 'webhook'; readonly id: string; readonly secret: string};

/** One thing to do: what is shown before it is done, and what is done. It holds no secret. */
export type Doing =
  | {
      readonly type: 'request';
      readonly method: string;
      /** An address, or the reference to one that is a secret. */
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly auth?: Auth;
    }
  | {
      readonly type: 'call';
      /** A program with its arguments; text is run in a shell. */
      readonly command: readonly [string, ...string[]] | string;
      readonly input?: string;
      /** Whether it prints an answer as HTTP has it, with status and headers. */
      readonly isHttp: boolean;
    }
  /** An absolute path. */
  | {readonly type: 'file'; readonly file: string; readonly text: string};

/** The answer to something that was done. */
export interface Reply {
  /** As HTTP has it. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What came of doing something. Each `why` is a sentence, without secrets. */
export type Carried =
  | ({readonly type: 'reply'} & Reply)
  /** It did not leave, or nobody was there: it has surely not arrived. */
  | {readonly type: 'unreached'; readonly why: string}
  /** It left, and nobody knows whether it arrived. */
  | {readonly type: 'unknown'; readonly why: string}
  /** It cannot be sent before a person has done something. */
  | {readonly type: 'stopped'; readonly why: string; readonly todo: string}
  /** A file was written; `aside` where a person's edits were left in its place. */
  | {readonly type: 'written'; readonly file: string; readonly aside?: string};

export type Carry = (doing: Doing) => Promise<Carried>;

/** By what a target knows something, and where a person reads it. */
export interface Remote {
  readonly remote?: string;
  readonly url?: string;
}

/** What is found out before something is written. */
export type Before =
  /** It is not there: it can be written, with what was found out for it. */
  | {readonly type: 'absent'; readonly found?: string}
  /** It is there: it is written anew in its place. */
  | ({readonly type: 'there'; readonly remote: string} & Remote)
  /** It is there as it should be. */
  | ({readonly type: 'done'} & Remote)
  | {readonly type: 'failed'; readonly carried: Carried};

/** How an issue stands in a tracker. */
export interface IssueState {
  readonly remote: string;
  readonly state: 'open' | 'closed';
  readonly url?: string;
  /** Who closed it or as what, in words, where the tracker says so. */
  readonly said?: string;
  /** What the tracker answered. */
  readonly answer: string;
}

/** All that there is to know of one kind of target. */
export interface Integration<Spec = unknown> {
  /** Its key in a targets file. */
  readonly word: string;
  /** What it sends to, in a line of the documentation. */
  readonly about: string;
  readonly schema: z.ZodType<Spec>;
  readonly carries: readonly Exclude<ContentKind, 'status'>[];
  /** What is sent where the file does not say it. */
  readonly usual: (spec: Spec) => readonly Exclude<ContentKind, 'status'>[];
  /** Why a kind of content cannot be sent with this spec, in a sentence. */
  readonly misfit?: (spec: Spec, kind: ContentKind) => string | undefined;
  /**
   * What is another place for something of this kind: what was sent to one is not at another, and what
   * one calls it says nothing there. Without it, the name of the target is the place.
   */
  readonly place?: (spec: Spec, kind: ContentKind) => string;
  /** Where it goes, in words for whoever trusts it. */
  readonly goesTo: (spec: Spec) => string;
  /** Fields that hold references to secrets; what stands there is never quoted. */
  readonly secretFields: readonly string[];
  /** The one thing that writes it there; `found` is what was found out before. */
  readonly write: (spec: Spec, parcel: Parcel, found?: string) => Doing;
  /** What an answer of success says of it; nothing where it is no answer of this service. */
  readonly read: (spec: Spec, parcel: Parcel, reply: Reply) => Remote | undefined;
  /** Why it was not taken although the answer is one of success, in the words of the target. */
  readonly refusal?: (spec: Spec, reply: Reply) => string | undefined;
  /** Whether sending the same again does no harm, as the target knows it again by its id. */
  readonly isRepeatable: boolean;
  /** Whether a tracker closes and moves by a step of its own, so that `status` is sent as well. */
  readonly hasStatusApart?: (spec: Spec, content: Content) => boolean;
  /** Looks before something is written for the first time. */
  readonly before?: (spec: Spec, parcel: Parcel, carry: Carry) => Promise<Before>;
  /** Seconds until what was written can be found there. */
  readonly knownAfter?: number;
  /** How issues stand there. */
  readonly states?: (
    spec: Spec,
    remotes: readonly string[],
    carry: Carry,
  ) => Promise<readonly IssueState[] | Carried>;
}

/** Describes a kind of target; its schema types the rest. */
export function integration<Spec>(described: Integration<Spec>): Integration {
  return described as unknown as Integration;
}
