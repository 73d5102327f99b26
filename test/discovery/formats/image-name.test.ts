import {expect, it} from 'vitest';
import {imageVersion, readImageName} from '../../../source/discovery/formats/image-name.ts';

it.each([
  ['postgres:16.4-alpine', 'postgres', '16.4'],
  ['postgres:16.4-alpine3.20', 'postgres', '16.4'],
  ['registry.local:5000/shop/api:2.4.1', 'registry.local:5000/shop/api', '2.4.1'],
  ['registry.local:5000/shop/api', 'registry.local:5000/shop/api', 'unknown'],
  ['nginx', 'nginx', 'unknown'],
  ['nginx:latest', 'nginx', 'unknown'],
  ['nginx:alpine', 'nginx', 'unknown'],
  ['timescale/timescaledb:latest-pg16', 'timescale/timescaledb', 'unknown'],
  ['shop/api:${TAG}', 'shop/api', 'unknown'],
  ['shop/api:main-3f2a1', 'shop/api', 'unknown'],
  ['minio/minio:RELEASE.2024-05-10T01-41-38Z', 'minio/minio', 'RELEASE.2024-05-10T01-41-38Z'],
  ['a/b:v3.1.0-rc.1', 'a/b', 'v3.1.0-rc.1'],
  ['a/b:1.2@sha256:0123456789abcdef0123', 'a/b', '1.2'],
  ['a/b@sha256:0123456789abcdef0123', 'a/b', 'sha256:0123456789ab'],
  ['a/b:latest@sha256:0123456789abcdef0123', 'a/b', 'sha256:0123456789ab'],
])('%s is %s in version %s', (text, repository, version) => {
  const image = readImageName(text);
  expect(image.repository).toBe(repository);
  expect(imageVersion(image)).toBe(version);
});
