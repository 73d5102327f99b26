import {unknown} from '../discovered.ts';

export interface ImageName {
  /** Without tag and digest. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** An image as it is written, `registry:5000/shop/api:1.2@sha256:…`, in its parts. */
export function readImageName(text: string): ImageName {
  const [name = '', digest] = text.split('@', 2);
  const slash = name.lastIndexOf('/');
  const colon = name.indexOf(':', slash + 1);
  const tag = colon < 0 ? '' : name.slice(colon + 1);
  return {
    repository: colon < 0 ? name : name.slice(0, colon),
    ...(tag === '' ? {} : {tag}),
    ...(digest === undefined ? {} : {digest}),
  };
}

/** Tags that mean another image tomorrow. */
const moving =
  /(?:^|[-_.])(?:latest|stable|main|master|edge|nightly|dev|develop|development|canary|next|rolling|current|beta|alpha|snapshot|lts|prod|production|staging|release(?!\.\d))(?:$|[-_.])/i;

const base =
  /[-_](?:alpine|slim|bookworm|bullseye|buster|trixie|noble|jammy|focal|debian|ubuntu|ubi\d*|scratch|distroless|fpm|apache|perl|otel|management|bitnami|oss|community|ce)(?:[-_.\d].*)?$/i;

/** The version that an image's tag says: `16.4` of `16.4-alpine`. Unknown where it moves or says none. */
export function imageVersion(image: ImageName): string {
  const {tag, digest} = image;
  if (tag !== undefined && /\d/.test(tag) && !tag.includes('${') && !moving.test(tag)) {
    const short = tag.replace(base, '');
    if (/\d/.test(short)) return short;
  }
  return digest === undefined ? unknown : digest.slice(0, 19);
}

/** The last part of an image's name: `postgres` of `docker.io/library/postgres`. */
export function imageProduct({repository}: ImageName): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}
